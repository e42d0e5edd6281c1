"""If the cancellation comes first, the child's lines are never printed.

Marks: queue (missing), queue (earlier), queue (missing), queue (earlier)

Why: Main's step may come before the child's first step. Then the child's body never runs: `start`
and `clean up` are missing, and the lines below them come without them.
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
