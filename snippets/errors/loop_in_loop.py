"""A thread runs one loop at a time: who is inside it cannot start another one, nor the same one again.

一个线程同一时刻只运行一个事件循环：身在其中，既不能另起一个，也不能把它再启动一次。
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def refused() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        print("refused:", error)


async def fetch() -> str:
    return "data"


async def main() -> None:
    running = asyncio.get_running_loop()
    another = asyncio.new_event_loop()
    coroutine = fetch()
    with refused():
        asyncio.run(coroutine)
    with refused():
        running.run_until_complete(coroutine)
    with refused():
        another.run_until_complete(coroutine)
    another.close()
    print("what works:", await coroutine)


asyncio.run(main())

# Output:
# refused: asyncio.run() cannot be called from a running event loop
# refused: This event loop is already running
# refused: Cannot run the event loop while another loop is running
# what works: data
