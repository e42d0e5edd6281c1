"""One child of `gather()` fails: the caller gets its error at once, the others go on.

`gather()` 的一个子任务失败：调用者马上收到异常，其他子任务照常进行。
"""

import asyncio


async def fails() -> None:
    raise ValueError("no water")


async def goes_on(release: asyncio.Event) -> None:
    await release.wait()
    print("other: finished all the same")


async def main() -> None:
    release = asyncio.Event()
    other = asyncio.create_task(goes_on(release))
    try:
        await asyncio.gather(fails(), other)
    except ValueError as error:
        print("main: caught", repr(error))
    print("main: other is done:", other.done())

    release.set()
    await other


asyncio.run(main())

# Output:
# main: caught ValueError('no water')
# main: other is done: False
# other: finished all the same
