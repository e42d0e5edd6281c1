"""Awaiting a coroutine that never suspends is a plain call, however deep the chain of awaits.

等待一个从不挂起的协程就是一次普通调用，await 嵌套多少层都一样。
"""

import asyncio


async def inner(number: int) -> int:
    return number * number


async def outer(number: int) -> int:
    return await inner(number) + 1


async def other() -> None:
    print("other: runs")


async def main() -> None:
    task = asyncio.create_task(other())
    for number in (1, 2, 3):
        print("main: got", await outer(number))
    print("main: six awaits, no switch")
    await task


asyncio.run(main())

# Output:
# main: got 2
# main: got 5
# main: got 10
# main: six awaits, no switch
# other: runs
