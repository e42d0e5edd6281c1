"""All tasks that are left are cancelled before any of them closes, and nobody promises which one closes first.

剩下的任务全部取消之后，才有任务开始收尾；谁先收尾，没有人保证。
"""

import asyncio


async def wait(name: str, barrier: asyncio.Barrier) -> None:
    try:
        await barrier.wait()
        await asyncio.Event().wait()
    finally:
        cancelled = [task.cancelling() for task in tasks]
        print(f"{name}: closing; cancelled, too: {cancelled}")


async def main() -> None:
    barrier = asyncio.Barrier(4)
    tasks.extend(asyncio.create_task(wait(name, barrier)) for name in "ABC")
    await barrier.wait()
    await asyncio.sleep(0.01)
    print("main: returns")


tasks: list[asyncio.Task[None]] = []
asyncio.run(main())
print("program: goes on")

# Output:
# main: returns
# ~ A: closing; cancelled, too: [1, 1, 1]
# ~ B: closing; cancelled, too: [1, 1, 1]
# ~ C: closing; cancelled, too: [1, 1, 1]
# program: goes on
