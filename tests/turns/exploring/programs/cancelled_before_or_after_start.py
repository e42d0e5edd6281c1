"""If the cancellation comes first, the child's lines are never printed.

Marks: first, program, program, program

Why: `cancel` before `start` would need main's step before the child's first step; then the
child's body never runs and `start` is missing. So no schedule prints both in the other order.
"""

import asyncio


async def child() -> None:
    print("start")
    try:
        await asyncio.Event().wait()
    finally:
        print("clean up")


async def main() -> None:
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    print("cancel")
    task.cancel()
    await asyncio.wait([task])
    print("end")


asyncio.run(main())

# Output:
# start
# cancel
# clean up
# end
