"""Measure what recording costs: against the plain run, and up to a million turns.

    python -m tools.benchmarks.recorder [--turns 10000] [--long 1000000]

Asked for: at most 20 times the plain run for 10,000 turns, linear beyond, and bounded memory.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import CodeType

from turns.recording.recorder import Recorder
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

PROGRAM = """
import asyncio

async def work(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*(work({rounds}) for _ in range(10)))

asyncio.run(main())
"""
HERE = Path(__file__).resolve()
NO_LIMITS = Limits(seconds=3600.0, turns=10**9)


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=10_000)
    parser.add_argument("--long", type=int, default=1_000_000)
    options = parser.parse_args()
    code = _program(options.turns)
    plain = _best(lambda: exec(code, {"__name__": "__main__"}))  # noqa: S102
    watched = _best(lambda: execute(Target(HERE, code), limits=NO_LIMITS))
    recorded = _best(lambda: execute(Target(HERE, code), limits=NO_LIMITS, observer=Recorder()))
    print(f"{options.turns:,} turns, plain: {plain:.3f} s")
    print(f"{options.turns:,} turns, watched: {watched:.3f} s, {watched / plain:.1f} times")
    print(f"{options.turns:,} turns, recorded: {recorded:.3f} s, {recorded / plain:.1f} times")
    turns = options.turns
    while turns <= options.long:
        code = _program(turns)
        started = time.perf_counter()
        execute(Target(HERE, code), limits=NO_LIMITS, observer=Recorder())
        seconds = time.perf_counter() - started
        print(f"{turns:,} turns: {seconds:.2f} s, {seconds / turns * 1e6:.1f} µs a turn")
        turns *= 10
    tracemalloc.start()
    for turns in (options.turns, options.turns * 10):
        execute(Target(HERE, _program(turns)), limits=NO_LIMITS, observer=Recorder())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        print(f"{turns:,} turns: {peak / 1e6:.0f} MB at most")


def _program(turns: int) -> CodeType:
    return compile(PROGRAM.format(rounds=max(1, turns // 10)), "bench.py", "exec")


def _best(run: Callable[[], object]) -> float:
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    main()
