"""Measure how long it takes to find the marks of three programs, and of all snippets.

The goals: under 2 seconds each, and 20 seconds together on two cores.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.project import HERE

_PROGRAMS = {
    "six equal sleeps": """import asyncio
async def nap(name):
    print("start", name)
    await asyncio.sleep(1)
    print("end", name)
async def main():
    await asyncio.gather(*(nap(i) for i in range(6)))
    print("done")
asyncio.run(main())
""",
    "three tasks, three sleep(0) rounds": """import asyncio
async def step(name):
    for r in range(3):
        print(name, r)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(step(i) for i in range(3)))
    print("done")
asyncio.run(main())
""",
    "ten tasks behind a lock": """import asyncio
async def enter(name, lock):
    async with lock:
        print("in", name)
        await asyncio.sleep(0.1)
        print("out", name)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(enter(i, lock) for i in range(10)))
    print("done")
asyncio.run(main())
""",
}


def _why(path: Path) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "turns", "why", "--json", str(path)]
    return subprocess.run(command, cwd=HERE.root, capture_output=True, check=False)


def main() -> None:
    """Print the seconds of each."""
    for title, program in _PROGRAMS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "program.py")
            path.write_text(program, encoding="utf-8")
            start = time.perf_counter()
            done = _why(path)
            seconds = time.perf_counter() - start
        found = json.loads(done.stdout)
        outcomes = found["outcomes"]["queue"]
        at_least = "" if outcomes["exact"] else "at least "
        print(f"{seconds:6.2f} s  {title}: {at_least}{outcomes['count']} outcomes")
        counts = Counter(line["because"] for line in found["lines"])
        print(f"          {', '.join(f'{count} {because}' for because, count in counts.items())}")
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(_why, HERE.programs()))
    print(f"{time.perf_counter() - start:6.2f} s  all snippets, two side by side")


if __name__ == "__main__":
    main()
