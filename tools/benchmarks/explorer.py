"""Measure how long it takes to find the marks of large programs, and of all snippets.

The goals: under 3 seconds each, or 10 where nothing can be proven, and 30 seconds for all snippets
on two cores, 50 of 60 exactly. Beside the time on the clock stands that of the processor, which
says more on a busy machine.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.project import HERE

_PROGRAMS = Path(__file__).parent / "rivals" / "programs"
_LARGE = (
    *("twelve_sleepers", "group_of_twenty", "yields_eight_by_two", "yields_three_by_five"),
    *("gather_fifty", "queue_fifty", "philosophers_five", "lock_five", "lock_ten"),
)


def _why(path: Path) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "turns", "why", "--json", str(path)]
    return subprocess.run(command, cwd=HERE.root, capture_output=True, check=False)


def _used() -> float:
    """Return the seconds of the processor of all processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    """Print the seconds of each."""
    for title in _LARGE:
        start, used = time.perf_counter(), _used()
        found = json.loads(_why(_PROGRAMS / f"{title}.py").stdout)
        seconds, used = time.perf_counter() - start, _used() - used
        outcomes = found["outcomes"]["queue"]
        number = f"{outcomes['count']:,} outcomes"
        if not outcomes["exact"]:
            number = f"at least {number} ({outcomes['inexact']})"
        print(f"{seconds:6.2f} s, {used:5.2f} s of the processor  {title}: {number}", flush=True)
        counts = Counter(line["because"] for line in found["lines"])
        print(f"          {', '.join(f'{count} {because}' for because, count in counts.items())}")
    start, used = time.perf_counter(), _used()
    with ThreadPoolExecutor(2) as pool:
        answers = [json.loads(done.stdout) for done in pool.map(_why, HERE.programs())]
    seconds, used = time.perf_counter() - start, _used() - used
    exact = sum(all(one["exact"] for one in each["outcomes"].values()) for each in answers)
    print(
        f"{seconds:6.2f} s, {used:5.2f} s of the processor  all {len(answers)} snippets, two side"
        f" by side: {exact} exactly"
    )


if __name__ == "__main__":
    main()
