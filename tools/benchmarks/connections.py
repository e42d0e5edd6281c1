"""Measure what open connections cost in memory and time; both ends are in one process.

    python -m tools.benchmarks.connections [--count 1000]

Prints one JSON object: MB that the process occupies more than before the first connection, seconds
until all are connected, and seconds until all have been answered once. Linux only.
"""

import argparse
import asyncio
import json
import os
import resource
import time
from pathlib import Path

SPARE = 100
"""Descriptors for all else."""


def occupied() -> float:
    """Return the megabytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measure(count: int) -> tuple[float, float, float]:
    """Return megabytes, seconds until all are connected, and seconds until all are answered."""
    stay = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        await writer.drain()
        await stay.wait()
        writer.close()

    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello\n")
        await reader.readline()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=128)
    port = server.sockets[0].getsockname()[1]
    before, began = occupied(), time.perf_counter()
    clients: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
    while len(clients) < count:  # a hundred at a time: the queue of the listening socket is short
        some = min(100, count - len(clients))
        opened = (asyncio.open_connection("127.0.0.1", port) for _ in range(some))
        clients += await asyncio.gather(*opened)
    connected = time.perf_counter()
    await asyncio.gather(*(ask(*client) for client in clients))
    answered = time.perf_counter()
    memory = occupied() - before
    stay.set()
    for _, writer in clients:
        writer.close()
    server.close()
    return memory, connected - began, answered - connected


def main() -> None:
    """Print the figures of so many connections."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    count = parser.parse_args().count
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(2 * count + SPARE, hard), hard))
    names = ("memory", "connecting", "answering")
    found = zip(names, asyncio.run(measure(count)), strict=True)
    print(json.dumps({f"connections-{count}-{name}": one for name, one in found}, indent=2))


if __name__ == "__main__":
    main()
