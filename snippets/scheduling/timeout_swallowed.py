"""A body that swallows the cancellation ends its `timeout` block without an error; only `expired()` knows.

块里的代码吞掉了取消，`timeout` 块就不抛异常；只有 `expired()` 知道超时了。
"""

import asyncio


async def stubborn() -> None:
    try:
        await asyncio.Event().wait()  # would wait for ever
    except asyncio.CancelledError:
        print("stubborn: not me")
    await asyncio.sleep(0.05)  # the time limit does not come a second time
    print("stubborn: done")


async def main() -> None:
    try:
        async with asyncio.timeout(0.02) as limit:
            await stubborn()
        print("main: no error")
    except TimeoutError:
        print("main: TimeoutError")
    print("main: expired:", limit.expired())


asyncio.run(main())

# Output:
# stubborn: not me
# stubborn: done
# main: no error
# main: expired: True
