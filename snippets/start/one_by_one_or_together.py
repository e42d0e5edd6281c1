"""Two waits one after the other are still going on when a stopwatch rings; begun together, both are over.

两次等待，一次接一次，秒表响了还没等完；一起开始，秒表响之前就都等完了。
"""

import asyncio


async def ask(name: str) -> str:
    await asyncio.sleep(0.1)  # a server that takes its time
    return f"{name} has answered"


async def stopwatch() -> None:
    await asyncio.sleep(0.15)
    print("-- 0.15 s have gone by")


async def one_by_one() -> None:
    print(await ask("Ann"))
    print(await ask("Bob"))


async def together() -> None:
    for answer in await asyncio.gather(ask("Cid"), ask("Dot")):
        print(answer)


async def main() -> None:
    await asyncio.gather(stopwatch(), one_by_one())
    await asyncio.gather(stopwatch(), together())


asyncio.run(main())

# Output:
# Ann has answered
# -- 0.15 s have gone by
# Bob has answered
# Cid has answered
# Dot has answered
# -- 0.15 s have gone by
