"""`join()` waits until each item is reported as done: that the queue is empty is not enough.

`join()` 要等每一件都报告做完：队列空了还不够。
"""

import asyncio


async def wash(sink: asyncio.Queue[str]) -> None:
    while True:
        dish = await sink.get()
        print(f"washer: takes the {dish}")
        await asyncio.sleep(0.01)
        print(f"washer: the {dish} is clean")
        sink.task_done()


async def main() -> None:
    sink: asyncio.Queue[str] = asyncio.Queue()
    sink.put_nowait("cup")
    sink.put_nowait("pan")
    washer = asyncio.create_task(wash(sink))
    while not sink.empty():
        await asyncio.sleep(0)
    print("main: the sink is empty")
    await sink.join()
    print("main: all is clean")
    washer.cancel()


asyncio.run(main())

# Output:
# washer: takes the cup
# washer: the cup is clean
# washer: takes the pan
# main: the sink is empty
# washer: the pan is clean
# main: all is clean
