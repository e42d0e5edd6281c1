"""Compare the explorer with the brute-force judge at full size: ``nox -s agreement``.

`PROGRAMS` programs drawn by lot, all of them on every Python, each Python with all of the four
seeds of hashes. What is done is kept in ``.build/``, so that a session that was interrupted goes on
where it was; a change of the code begins anew. When all is done, the figures are written for the
pages that cite them.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.arguments import Parser
from tools.interpreters import SUPPORTED, Python, installed
from tools.project import HERE

FIRST = 300_000
"""The number of the first program. Faults are looked for, and repaired, on programs below it."""
PROGRAMS = 2000
_PART = 50
"""Programs of one process."""
SEEDS = (0, 1, 2, 3)
"""Of hashes."""
_SCRIPT = "tests/turns/exploring/full_run.py"
_FIGURES = HERE.docs / "_figures" / "agreement.json"
_SHOWN = ("outcomes", "marks", "unknown", "between", "witnesses")


@dataclass(frozen=True)
class Job:
    """Some programs on one Python, with one seed of hashes."""

    python: Python
    first: int
    last: int
    hashes: int

    @property
    def name(self) -> str:
        """Name it, for a file."""
        return f"{self.python.name}-{self.first}-{self.last}-{self.hashes}"


def main(arguments: Sequence[str]) -> int:
    """Compare, say what differs, write the figures, and return the exit status."""
    parser = Parser("agreement", __doc__ or "")
    parser.add_argument("names", nargs="*", choices=(*SUPPORTED, []), metavar="|".join(SUPPORTED))
    wanted = parser.parse(arguments).names or SUPPORTED
    pythons = [python for python in installed() if python.name in wanted]
    folder = HERE.build / "agreement" / _digest()
    folder.mkdir(parents=True, exist_ok=True)
    reports = []
    todo = [*jobs(pythons, FIRST, PROGRAMS)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for job, report in zip(todo, pool.map(lambda job: _done(job, folder), todo), strict=True):
            reports.append((job, report))
            print(f"{len(reports)} of {len(todo)}: {job.name}", flush=True)
            for difference in report["differences"]:
                where = f"Python {job.python.name}, hashes {job.hashes}"
                print(f"DIFFERENT: {where}: {difference}", flush=True)
    found = figures(reports)
    print(json.dumps(found, indent=2))
    missing = sorted({*SUPPORTED} - {python.name for python in pythons})
    for name in missing:
        print(f"NOT COMPARED: Python {name} is not installed, or was not asked for")
    if missing:
        print(f"NOT WRITTEN: {_FIGURES.name}, which is about all Pythons")
    else:
        _FIGURES.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return int(bool(found["different"] or missing))


def jobs(pythons: Sequence[Python], first: int, programs: int) -> Iterator[Job]:
    """Share them out: each Python has all programs, and, over its parts, all seeds."""
    for part, start in enumerate(range(first, first + programs, _PART)):
        for number, python in enumerate(pythons):
            last = min(start + _PART, first + programs)
            yield Job(python, start, last, SEEDS[(part + number) % len(SEEDS)])


def figures(reports: Sequence[tuple[Job, dict[str, Any]]]) -> dict[str, Any]:
    """Add up what the processes report."""
    counts: Counter[str] = Counter()
    judged: Counter[int] = Counter()
    different = 0
    for _, report in reports:
        counts.update(report["counts"])
        judged.update(report["judged"])
        different += len(report["differences"])
    pythons = {job.python.name: None for job, _ in reports}
    return {
        "programs": len({n for job, _ in reports for n in range(job.first, job.last)}),
        "judged": sum(times == len(pythons) for times in judged.values()),
        **{name: counts[name] for name in _SHOWN},
        "different": different,
        "pythons": [*pythons],
        "seeds": sorted({job.hashes for job, _ in reports}),
    }


def _done(job: Job, folder: Path) -> dict[str, Any]:
    """Return what a process reports of a job, now or when it was done before."""
    file = folder / f"{job.name}.json"
    if not file.exists():
        done = subprocess.run(
            [job.python.executable, _SCRIPT, str(job.first), str(job.last)],
            cwd=HERE.root,
            env={**os.environ, "PYTHONPATH": str(HERE.root), "PYTHONHASHSEED": str(job.hashes)},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
            what = f"programs {job.first} to {job.last - 1}: {last}"
            return {"counts": {}, "judged": [], "differences": [what]}
        # What programs left behind may print when it is destroyed, at any time.
        answer = [line for line in done.stdout.splitlines() if line.startswith('{"counts"')]
        file.with_suffix(".part").write_text(answer[-1], "utf-8")
        file.with_suffix(".part").rename(file)
    report: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return report


def _digest() -> str:
    """Name the code that is compared, and that which compares."""
    digest = hashlib.sha256()
    for top in (HERE.turns, HERE.root / "tests" / "turns" / "exploring"):
        for file in sorted(top.rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
