"""A task that swallows its cancellation goes on.

Marks: program, program, program, program

Why: Main cancels only after the child has started (the event), the child answers only when
cancelled, and main awaits the child. Each line is the cause of the next.
"""

import asyncio


async def child(started: asyncio.Event) -> str:
    print("start")
    started.set()
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("swallow")
    await asyncio.sleep(0)
    return "result"


async def main() -> None:
    started = asyncio.Event()
    task = asyncio.create_task(child(started))
    await started.wait()
    print("cancel")
    task.cancel()
    print(await task)


asyncio.run(main())

# Output:
# start
# cancel
# swallow
# result
