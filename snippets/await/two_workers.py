"""Two workers share a queue, and one does it all: while there are jobs, `get()` suspends nobody.

两个工人共用一个队列，活全让一个人干了：只要队列里还有活，`get()` 就不会挂起。
"""

import asyncio


async def work(name: str, jobs: asyncio.Queue[str]) -> None:
    while not jobs.empty():
        job = await jobs.get()
        print(f"{name}: {job}")


async def main() -> None:
    jobs: asyncio.Queue[str] = asyncio.Queue()
    for job in "wash", "dry", "fold":
        jobs.put_nowait(job)
    print("main: three jobs")
    await asyncio.gather(work("Ann", jobs), work("Bob", jobs))


asyncio.run(main())

# Output:
# main: three jobs
# Ann: wash
# Ann: dry
# Ann: fold
