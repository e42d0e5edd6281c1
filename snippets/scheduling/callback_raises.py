"""An exception in a done callback goes to the loop's exception handler; who awaits the future gets the result.

完成回调里的异常交给事件循环的异常处理器；等待这个 Future 的人照样拿到结果。
"""

import asyncio
from typing import Any


def fails(_: asyncio.Future[str]) -> None:
    raise ValueError("the callback failed")


def report(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    print("handler:", context["exception"])


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    kettle: asyncio.Future[str] = loop.create_future()
    kettle.add_done_callback(fails)
    kettle.add_done_callback(lambda _: print("next callback: runs all the same"))
    loop.call_soon(kettle.set_result, "tea")
    print("main: got", await kettle)


asyncio.run(main())

# Output:
# handler: the callback failed
# next callback: runs all the same
# main: got tea
