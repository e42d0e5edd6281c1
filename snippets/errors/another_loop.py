"""A future belongs to the loop that made it, an event to the loop in which it was first waited for.

Future 属于创建它的事件循环；Event 在哪个事件循环里第一次有人等，就属于哪个。
"""

import asyncio


async def use(event: asyncio.Event) -> asyncio.Future[None]:
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    waiter.cancel()
    return asyncio.get_running_loop().create_future()


async def use_again(event: asyncio.Event, future: asyncio.Future[None]) -> None:
    try:
        await future
    except RuntimeError as error:
        print("future: …", str(error).partition(" got ")[2])
    try:
        await event.wait()
    except RuntimeError as error:
        print("event: …", str(error).partition("> ")[2])


event = asyncio.Event()
future = asyncio.run(use(event))
asyncio.run(use_again(event, future))

# Output:
# future: … Future <Future pending> attached to a different loop
# event: … is bound to a different event loop
