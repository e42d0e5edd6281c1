# Why does the item that I put last come out of the full queue before one that was put earlier?
# Source: https://github.com/python/cpython/pull/112501
# Answer: The waiting put is made ready by get_nowait but has not had its turn yet when main itself calls put_nowait.
import asyncio


async def reserve(desk, guest):
    print(guest, "queues up")
    await desk.put(guest)
    print(guest, "has a place")


async def main():
    desk = asyncio.Queue(maxsize=2)
    desk.put_nowait("Ada")
    desk.put_nowait("Bob")
    third = asyncio.create_task(reserve(desk, "Cid"))
    await asyncio.sleep(0)
    print("served", desk.get_nowait())
    desk.put_nowait("Dan")
    print("Dan simply walked in")
    print("served", desk.get_nowait())
    print("served", desk.get_nowait() if not desk.empty() else "nobody")
    await third
    print("served", desk.get_nowait())


asyncio.run(main())
