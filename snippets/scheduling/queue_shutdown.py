"""`shutdown()` lets what is in the queue be taken, and then ends every `get()`, also those that wait already.

`shutdown()` 之后，队列里剩下的还能取完，再取就以异常结束，已经在等的 `get()` 也一样。
"""

import asyncio


async def work(name: str, jobs: asyncio.Queue[str]) -> None:
    try:
        while True:
            print(f"{name}: {await jobs.get()}")
            await asyncio.sleep(0)
    except asyncio.QueueShutDown:
        print(f"{name}: goes home")


async def main() -> None:
    jobs: asyncio.Queue[str] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(work("Ann", jobs))
        group.create_task(work("Bob", jobs))
        await asyncio.sleep(0)  # both wait
        jobs.put_nowait("wash")
        jobs.shutdown()
        print("main: no more jobs")
        try:
            jobs.put_nowait("dry")
        except asyncio.QueueShutDown:
            print("main: too late for another")


asyncio.run(main())

# Requires: Python 3.13
# Output:
# main: no more jobs
# main: too late for another
# Ann: wash
# Bob: goes home
# Ann: goes home
