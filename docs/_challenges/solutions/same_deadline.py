"""One timer is enough: what it runs does the one thing, and then calls the other.

一个定时器就够了：它先做一件事，再调用另一件。
"""

import asyncio


def open_lid(done: asyncio.Future[None]) -> None:
    print("lid open")
    pour(done)


def pour(done: asyncio.Future[None]) -> None:
    print("pours")
    done.set_result(None)


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(1, open_lid, done)
    await done


asyncio.run(main())
