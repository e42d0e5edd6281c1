"""Time the whole snippet suite against its floor, and say whether the goal is reached.

The floor is what no checker can beat: the longest snippet, or the processor time of bare runs
(``python file.py`` and nothing else) divided by the cores, whichever is more.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from matrix import select
from measuring.checkout import check
from project import HERE
from turns.check import DEFAULT_JOBS
from turns.interpreter import reader_environment

GOAL = 1.25


def main() -> int:
    """Run the command line; the status is 1 if the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="best of N; default 5")
    parser.add_argument("--jobs", type=int, nargs="*", default=[DEFAULT_JOBS], metavar="N")
    options = parser.parse_args()
    files = list(select(HERE, []).values())
    cores = os.cpu_count() or 1
    bare = [min(_bare(file) for _ in range(3)) for file in files]
    longest = max(seconds for seconds, _ in bare)
    work = sum(cpu for _, cpu in bare)
    floor = max(longest, work / cores)
    print(
        f"{len(files)} snippets, {cores} cores: longest {longest:.2f} s,"
        f" processor time {work:.2f} s, floor {floor:.2f} s"
    )
    reached = True
    for jobs in options.jobs:
        seconds = min(check(HERE, files, jobs) for _ in range(options.repeat))
        ratio = seconds / floor
        reached = reached and ratio <= GOAL
        print(f"--jobs {jobs}: {seconds:.2f} s = {ratio:.2f} x the floor (goal {GOAL})")
    return int(not reached)


def _bare(file: Path) -> tuple[float, float]:
    """Run the file and nothing else; return its real and its processor time in seconds."""
    before = os.times()
    started = time.perf_counter()
    command = [sys.executable, file.name]
    subprocess.run(
        command,
        check=False,
        cwd=file.parent,
        env=reader_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - started
    after = os.times()
    children = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    return seconds, children


if __name__ == "__main__":
    sys.exit(main())
