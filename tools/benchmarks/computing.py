"""Measure four computations, in the loop and in pools beside it, and how late a heartbeat becomes.

    python -m tools.benchmarks.computing

Prints one JSON object: seconds for all four, and the greatest delay of the heartbeat in ms.
A pool has two workers, which have started before the time is taken. Standard library only, so that
any Python runs it: one without interpreter pools (before 3.14) leaves them out.
"""

import asyncio
import json
import time
from concurrent import futures

JOBS = 4
WORKERS = 2
PERIOD = 0.005
"""Seconds from one beat to the next."""


def count_primes(limit: int = 30_000) -> int:
    """Compute in plain Python."""
    return sum(all(n % d for d in range(2, int(n**0.5) + 1)) for n in range(2, limit))


async def beat(delays: list[float]) -> None:
    """Write down how late each beat is."""
    while True:
        due = time.perf_counter() + PERIOD
        await asyncio.sleep(PERIOD)
        delays.append(time.perf_counter() - due)


async def compute(pool: futures.Executor | None) -> tuple[float, float]:
    """Return seconds for all, and the greatest delay in milliseconds."""
    loop = asyncio.get_running_loop()
    delays: list[float] = []
    heart = asyncio.create_task(beat(delays))
    if pool:
        await asyncio.gather(*(loop.run_in_executor(pool, count_primes, 99) for _ in range(JOBS)))
    await asyncio.sleep(4 * PERIOD)
    delays.clear()
    began = time.perf_counter()
    if pool:
        await asyncio.gather(*(loop.run_in_executor(pool, count_primes) for _ in range(JOBS)))
    else:
        for _ in range(JOBS):
            count_primes()
    seconds = time.perf_counter() - began
    await asyncio.sleep(4 * PERIOD)
    heart.cancel()
    return seconds, max(delays) * 1000


async def measure() -> dict[str, float]:
    """Return the figures of each place to compute in."""
    figures = {}
    for place in ("loop", "Thread", "Interpreter", "Process"):
        kind = getattr(futures, f"{place}PoolExecutor", None)
        if kind:
            with kind(max_workers=WORKERS) as pool:
                seconds, late = await compute(pool)
        elif place == "loop":
            seconds, late = await compute(None)
        else:
            continue
        figures[f"computing-{place.lower()}-seconds"] = seconds
        figures[f"computing-{place.lower()}-late"] = late
    return figures


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure()), indent=2))
