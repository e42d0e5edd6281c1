"""A bystander beside a cancelled task.

Marks: program, queue (earlier), queue (earlier), program

Why: Main waits until the child runs. `bystander` is ready from the first pass on: before `start`
it may come, or as late as one likes: `cancel` and `clean up` may both come before it.
"""

import asyncio


async def child(started: asyncio.Event) -> None:
    print("start")
    started.set()
    try:
        await asyncio.Event().wait()
    finally:
        print("clean up")


async def bystander() -> None:
    print("bystander")


async def main() -> None:
    started = asyncio.Event()
    task = asyncio.create_task(child(started))
    other = asyncio.create_task(bystander())
    await started.wait()
    print("cancel")
    task.cancel()
    await asyncio.wait([task, other])


asyncio.run(main())

# Output:
# start
# bystander
# cancel
# clean up
