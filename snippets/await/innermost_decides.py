"""An unfinished future three calls down suspends the whole task; its result resumes the chain where it stopped.

三层调用之下有一个 Future 未完成，整个任务就挂起；它有了结果，整条调用链从停下的地方继续。
"""

import asyncio


async def outer(future: asyncio.Future[str]) -> None:
    print("outer: awaits middle")
    await middle(future)
    print("outer: goes on")


async def middle(future: asyncio.Future[str]) -> None:
    print("middle: awaits inner")
    await inner(future)
    print("middle: goes on")


async def inner(future: asyncio.Future[str]) -> None:
    print("inner: awaits the future")
    print("inner: goes on with", await future)


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(outer(future))
    await asyncio.sleep(0)
    print("main: the whole task is suspended")
    future.set_result("tea")
    await task


asyncio.run(main())

# Output:
# outer: awaits middle
# middle: awaits inner
# inner: awaits the future
# main: the whole task is suspended
# inner: goes on with tea
# middle: goes on
# outer: goes on
