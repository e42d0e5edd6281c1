"""asyncio.run() cancels a left-over task only once; one that swallows it goes on, and the program waits for it.

asyncio.run() 对剩下的任务只取消一次；任务吞掉取消就接着干，程序只好等它。
"""

import asyncio


async def work(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("work: cancelled, and goes on")
    for hour in (1, 2):
        await asyncio.sleep(0.02)
        print("work: hour", hour)


async def main() -> None:
    ready = asyncio.Event()
    tasks.append(asyncio.create_task(work(ready)))
    await ready.wait()
    print("main: returns")


tasks: list[asyncio.Task[None]] = []
asyncio.run(main())
print("program: goes on")

# Output:
# main: returns
# work: cancelled, and goes on
# work: hour 1
# work: hour 2
# program: goes on
