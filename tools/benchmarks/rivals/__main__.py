"""Run all tools on all programs; see the package."""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tools.benchmarks.rivals import __doc__ as description
from tools.benchmarks.rivals import table
from tools.benchmarks.rivals.answers import Answer, Own
from tools.benchmarks.rivals.within import PATIENCE, RIVALS

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = Path(__file__).with_name("programs")
_COUNTED = re.compile(r"^# Outcomes: (\d+)", re.MULTILINE)
_VERSION = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"


def main() -> None:
    """Print the table, program by program, and a summary."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", default=sys.executable, help="one that has the rivals")
    parser.add_argument("--limit", type=float, default=20, help="seconds for each; default 20")
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help="names; default all")
    options = parser.parse_args()
    rivals = [name for name in RIVALS if _has(options.python, name)]
    paths = sorted(PROGRAMS.glob("*.py"), key=lambda path: (path.stem.startswith("home_"), path))
    print(f"load {os.getloadavg()[0]:.1f}\n\n{table.head()}" if hasattr(os, "getloadavg") else "")
    total: dict[str, list[table.Verdict]] = {}
    for path in paths:
        if options.programs and path.stem not in options.programs:
            continue
        answers = {name: _rival(options.python, name, path, options.limit) for name in rivals}
        own = _own(options.python, path, options.limit, answers)
        counted = _COUNTED.search(path.read_text(encoding="utf-8"))
        compared = table.verdicts(int(counted[1]) if counted else None, answers, own)
        print(*table.rows(path.stem, compared, own), sep="\n", flush=True)
        for name, verdict in compared.items():
            total.setdefault(name, []).append(verdict)
    print()
    for name, all_ in total.items():
        print(table.summary(name, all_))


def _has(python: str, rival: str) -> bool:
    """Say which version of a rival there is, or that there is none."""
    command = [python, "-c", _VERSION, rival]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"{rival} {done.stdout.strip()}" if not done.returncode else f"{rival} is not installed")
    return not done.returncode


def _rival(python: str, name: str, path: Path, limit: float) -> Answer:
    command = [python, "-m", "tools.benchmarks.rivals.within", name, str(path), str(limit)]
    answer: Answer = json.loads(_answer(command, "", 2 * PATIENCE * limit))
    return answer


def _own(python: str, path: Path, limit: float, answers: dict[str, Answer]) -> Own:
    found = [one for answer in answers.values() for one in answer["outcomes"]]
    command = [python, "-m", "tools.benchmarks.rivals.ours", str(path), str(PATIENCE * limit)]
    own: Own = json.loads(_answer(command, json.dumps(found), 4 * PATIENCE * limit))
    return own


def _answer(command: list[str], question: str, limit: float) -> str:
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=question,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=limit,
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    main()
