"""Measure how late a heartbeat is beside a computation that pauses after each chunk.

    python -m tools.benchmarks.latency

Prints one JSON object: for each size of a chunk how long one took, and the greatest delay of the
heartbeat, both in ms; and how long the whole computation took, in seconds.
"""

import asyncio
import json
import time

from tools.benchmarks.computing import PERIOD, beat

STEPS = 8_000_000
CHUNKS = {"all": STEPS, "tenth": STEPS // 10, "hundredth": STEPS // 100, "mil": STEPS // 1000}


async def compute(chunk: int) -> float:
    """Add numbers up, with ``sleep(0)`` after each chunk; return the seconds that all takes."""
    began = time.perf_counter()
    for first in range(0, STEPS, chunk):
        sum(range(first, first + chunk))
        await asyncio.sleep(0)
    return time.perf_counter() - began


async def measure() -> dict[str, float]:
    """Return the figures of each size."""
    figures = {}
    for name, chunk in CHUNKS.items():
        delays: list[float] = []
        heart = asyncio.create_task(beat(delays))
        await asyncio.sleep(0)  # it waits for its first beat
        seconds = await compute(chunk)
        await asyncio.sleep(4 * PERIOD)  # it beats once more
        heart.cancel()
        figures[f"latency-{name}-chunk"] = seconds * 1000 * chunk / STEPS
        figures[f"latency-{name}-late"] = max(delays) * 1000
        figures[f"latency-{name}-seconds"] = seconds
    return figures


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure()), indent=2))
