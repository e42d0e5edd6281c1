"""Programs that are written in a test, for whoever explores them."""

import time
from pathlib import Path
from textwrap import dedent

from turns.exploring.nfa import End, Nfa
from turns.exploring.program import Budget, Program
from turns.runtime.limits import Limits
from turns.runtime.target import load

COUNTER = """\
import asyncio
n = 0
async def work(name):
    global n
    await asyncio.sleep(0)
    n += 1
    print(n, name)
async def main():
    await asyncio.gather(work("a"), work("b"), work("c"))
asyncio.run(main())
"""
"""Six outcomes, of which five depart once."""

ABBA = """\
import asyncio
async def one(a, b):
    async with a:
        await asyncio.sleep(0)
        async with b:
            print("one")
async def two(a, b):
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with b:
        await asyncio.sleep(0)
        async with a:
            print("two")
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), two(a, b))
    print("done")
asyncio.run(main())
"""
"""Three outcomes, of which one is a deadlock."""

TIMERS = """\
import asyncio
async def boil(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
async def main():
    await asyncio.gather(boil("small", 1), boil("large", 2))
asyncio.run(main())
"""
"""One outcome of queue schedules, and two of clock schedules."""

LOCKED = """
import asyncio
async def one(lock, n):
    async with lock:
        print("in", n)
        await asyncio.sleep(0)
        print("out", n)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[one(lock, n) for n in range({tasks})])
asyncio.run(main())
"""
"""So many ``tasks`` behind one lock: as many outcomes as there are orders of them."""

FINISHED, DEADLOCK = End("finished"), End("deadlock")


def written(source: str, folder: Path) -> Program:
    """Write ``source`` to a file, to be run for as long as it takes on a busy machine."""
    path = folder / "program.py"
    path.write_text(dedent(source), encoding="utf-8")
    return Program(load(path), Limits(seconds=300, turns=1000))


def plenty() -> Budget:
    """Return what is enough for every program here."""
    return Budget(1_000_000, time.perf_counter() + 300)


def listing(*outcomes: str) -> Nfa:
    """Return an automaton that prints these, a line a letter, and finishes; ``!``: a deadlock."""
    nfa = Nfa()
    for letters in outcomes:
        end = DEADLOCK if letters.endswith("!") else FINISHED
        nfa.lead(0, letters.removesuffix("!"), nfa.end(end))
    return nfa
