"""`join()` waits until every item is reported as done: that the queue is empty is not enough.

`join()` 要等每一件都报告做完，光是队列空了还不够。
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
    washer = asyncio.create_task(wash(sink))
    await asyncio.sleep(0)  # the washer takes the cup
    print("main: is the sink empty?", sink.empty())
    await sink.join()
    print("main: all is clean")
    washer.cancel()


asyncio.run(main())

# Output:
# washer: takes the cup
# main: is the sink empty? True
# washer: the cup is clean
# main: all is clean
