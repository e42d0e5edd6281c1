"""A task's exception reaches the task that awaits it.

Marks: program, queue (earlier), queue (earlier), program

Why: `bystander` is ready all the time: it may come before `raise`, and after `caught`. Main
awaits it before `end`.
"""

import asyncio


async def fails() -> None:
    print("raise")
    raise ValueError


async def bystander() -> None:
    print("bystander")


async def main() -> None:
    task = asyncio.create_task(fails())
    other = asyncio.create_task(bystander())
    try:
        await task
    except ValueError:
        print("caught")
    await other
    print("end")


asyncio.run(main())

# Output:
# raise
# bystander
# caught
# end
