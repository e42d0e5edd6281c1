"""Measure how long it takes to find the marks of large programs, and of all snippets.

The goals: under 3 seconds each, or 10 where nothing can be proven, and 30 seconds for all snippets
on two cores, 50 of 60 exactly. Beside the time on the clock stands that of the processor, which
says more on a busy machine.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.project import HERE

_LOCKED = """
async def work(lock, n):
    async with lock:
        print("in", n)
        await asyncio.sleep(0)
        print("out", n)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(work(lock, n) for n in range({tasks})))
"""
_PROGRAMS = {
    "12 equal sleepers": """
async def nap(n):
    await asyncio.sleep(0.1)
    print(n)
async def main():
    await asyncio.gather(*(nap(n) for n in range(12)))
""",
    "20 in a task group, 41 lines": """
async def work(n):
    await asyncio.sleep(0.1)
    print("a", n)
    await asyncio.sleep(0)
    print("b", n)
async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(20):
            group.create_task(work(n))
    print("done")
""",
    "8 that yield twice": """
async def tick(n):
    for k in range(2):
        print(n, k)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(tick(n) for n in range(8)))
""",
    "3 that yield five times": """
async def tick(n):
    for k in range(5):
        print(n, k)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(tick(n) for n in range(3)))
""",
    "50 in a gather": """
async def job(n):
    await asyncio.sleep(n / 100)
    return n
async def main():
    print(sum(await asyncio.gather(*(job(n) for n in range(50)))))
""",
    "producer and consumer, 50 items": """
async def producer(queue):
    for n in range(50):
        await queue.put(n)
        print("put", n)
    await queue.put(None)
async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
async def main():
    queue = asyncio.Queue(1)
    await asyncio.gather(producer(queue), consumer(queue))
""",
    "5 philosophers": """
async def philosopher(n, left, right):
    async with left:
        await asyncio.sleep(0)
        async with right:
            print(n, "eats")
async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*(philosopher(n, forks[n], forks[(n + 1) % 5]) for n in range(5)))
""",
    "5 tasks behind a lock": _LOCKED.format(tasks=5),
    "10 tasks behind a lock": _LOCKED.format(tasks=10),
}


def _why(path: Path) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "turns", "why", "--json", str(path)]
    return subprocess.run(command, cwd=HERE.root, capture_output=True, check=False)


def _used() -> float:
    """Return the seconds of the processor of all processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    """Print the seconds of each."""
    for title, program in _PROGRAMS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "program.py")
            path.write_text(f"import asyncio\n{program}asyncio.run(main())\n", encoding="utf-8")
            start, used = time.perf_counter(), _used()
            found = json.loads(_why(path).stdout)
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
