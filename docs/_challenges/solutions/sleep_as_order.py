"""The cook waits for an event, which the shopper sets; the sleeps may take as long as they like.

厨师等一个事件，由买菜的人设置；两个 sleep 各花多久都无所谓。
"""

import asyncio


async def shop(bought: asyncio.Event) -> None:
    await asyncio.sleep(1)
    print("shopping is done")
    bought.set()


async def cook(bought: asyncio.Event) -> None:
    await asyncio.sleep(2)
    await bought.wait()
    print("cooking")


async def main() -> None:
    bought = asyncio.Event()
    await asyncio.gather(cook(bought), shop(bought))


asyncio.run(main())
