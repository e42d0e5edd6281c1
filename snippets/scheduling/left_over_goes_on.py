"""asyncio.run() cancels a left-over task only once; one that swallows it goes on, and the program waits for it.

asyncio.run() 对剩下的任务只取消一次；任务吞掉取消就接着干，程序只好等它。
"""

import asyncio


async def work(ready: asyncio.Event) -> None:
    ready.set()
    for hour in (1, 2, 3):
        try:
            await asyncio.sleep(0.02)
            print("work: hour", hour)
        except asyncio.CancelledError:
            print("work: hour", hour, "cancelled, and goes on")


async def main() -> None:
    ready = asyncio.Event()
    task = asyncio.create_task(work(ready))
    await ready.wait()
    print("main: returns, and work is done:", task.done())


asyncio.run(main())
print("program: goes on")

# Output:
# main: returns, and work is done: False
# work: hour 1 cancelled, and goes on
# work: hour 2
# work: hour 3
# program: goes on
