"""Run the whole suite many times while every core is busy with something else; print figures."""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections import Counter

from tools.matrix import select
from tools.project import HERE
from turns.snippet.check import DEFAULT_JOBS, DEFAULT_LIMIT, Status, check_all
from turns.snippet.interpreter import find_interpreter


def main() -> int:
    """Run the command line; the status is 1 if any snippet failed in any run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50, metavar="N", help="default 50")
    parser.add_argument("--python", default=sys.executable, metavar="EXE")
    parser.add_argument("--loop", choices=["uvloop"])
    parser.add_argument("select", nargs="*", metavar="PATH", help="as for nox -s snippets")
    options = parser.parse_args()
    interpreter = find_interpreter(options.python, options.loop)
    files = select(HERE, options.select)
    cores = os.cpu_count() or 1
    spin = [sys.executable, "-c", "while True: pass"]
    busy = [subprocess.Popen(spin) for _ in range(cores)]
    failures: Counter[str] = Counter()
    durations: list[float] = []
    try:
        for number in range(1, options.runs + 1):
            started = time.monotonic()
            tasks = [(file, interpreter) for file in files.values()]
            verdicts = check_all(tasks, DEFAULT_LIMIT, DEFAULT_JOBS)
            for name, verdict in zip(files, verdicts, strict=True):
                if verdict.status not in {Status.PASSED, Status.SKIPPED}:
                    failures[name] += 1
                    print(f"run {number}: {verdict}", *verdict.details, sep="\n", flush=True)
            durations.append(time.monotonic() - started)
    finally:
        for process in busy:
            process.kill()
    print(
        f"{len(durations)} runs of {len(files)} snippets, {DEFAULT_JOBS} side by side,"
        f" {cores} cores kept busy by {cores} processes"
    )
    print(
        f"seconds a run: least {min(durations):.1f}, median {statistics.median(durations):.1f},"
        f" most {max(durations):.1f}"
    )
    print(f"failures: {failures.total()}")
    for name, count in failures.most_common():
        print(f"  {count} x {name}")
    return int(failures.total() > 0)


if __name__ == "__main__":
    sys.exit(main())
