"""What has happened is kept in a variable, and whoever comes looks at that before it waits.

发生过的事记在变量里，来的人先看变量，再决定要不要等。
"""

import asyncio

happened = False


async def wait(condition: asyncio.Condition) -> None:
    async with condition:
        await condition.wait_for(lambda: happened)
        print("woken")


async def signal(condition: asyncio.Condition) -> None:
    global happened
    async with condition:
        print("signal")
        happened = True
        condition.notify()


async def main() -> None:
    condition = asyncio.Condition()
    await asyncio.gather(wait(condition), signal(condition))


asyncio.run(main())
