"""Measure what pages say about speed: `python -m tools.figures [--runs 9]` writes `measured.json`.

It runs some of `tools.benchmarks` on the Python on which recordings are made, several times, and
keeps of each figure the least: what a run takes beyond that is the machine's other business.
Beside the figures stand the date, the Python, and what kind of machine it was.
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable

from tools.interpreters import Python, installed
from tools.project import HERE
from tools.recordings import REFERENCE

FIGURES = HERE.docs / "_figures" / "measured.json"
CONNECTIONS = (100, 1_000, 8_000)
COMMANDS = (
    ("tools.benchmarks.computing",),
    ("tools.benchmarks.latency",),
    *(("tools.benchmarks.connections", "--count", str(count)) for count in CONNECTIONS),
)
Figures = dict[str, float]


def main(arguments: list[str] | None = None) -> int:
    """Measure and write; 1 if the Python of the recordings is not here."""
    parser = argparse.ArgumentParser(prog="tools.figures", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="of each program")
    runs = parser.parse_args(arguments).runs
    python = next((one for one in installed() if one.name == REFERENCE), None)
    if python is None:
        print(f"not measured: Python {REFERENCE} is not here", file=sys.stderr)
        return 1
    figures = least(_run(python, command) for _ in range(runs) for command in COMMANDS)
    written = {**circumstances(python, runs), **{k: rounded(v) for k, v in figures.items()}}
    FIGURES.write_text(json.dumps(written, indent=2) + "\n", "utf-8")
    print(f"{FIGURES.relative_to(HERE.root)}: {len(figures)} figures of {runs} runs")
    return 0


def least(runs: Iterable[Figures]) -> Figures:
    """Return the least of each figure."""
    found: Figures = {}
    for figures in runs:
        for name, figure in figures.items():
            found[name] = min(figure, found.get(name, figure))
    return found


def rounded(figure: float) -> float:
    """Return two significant digits: more would not be the same the next time."""
    short = float(f"{figure:.2g}")
    return int(short) if short >= 10 else short


def circumstances(python: Python, runs: int) -> dict[str, str | int]:
    """Return when, where and how it was measured."""
    said = "import platform; print(platform.python_version())"
    version = subprocess.run(
        [python.executable, "-c", said], check=True, capture_output=True, text=True
    ).stdout.strip()
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "python": version,
        "cores": os.cpu_count() or 1,
        "system": platform.system(),
        "architecture": platform.machine().replace("_", "-"),
        "runs": runs,
    }


def _run(python: Python, command: tuple[str, ...]) -> Figures:
    done = subprocess.run(
        [python.executable, "-m", *command],
        cwd=HERE.root,
        check=True,
        capture_output=True,
        text=True,
    )
    figures: Figures = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    sys.exit(main())
