"""A callback sets a timer, and another one was registered before it.

Marks: documented (missing), documented (earlier)

Why: In queue schedules both callbacks run before the clock moves. The one that sets the timer may
go first; only if the timer then fires early, too, does `fired` come before `registered`, and the
loop may be closed before that. If the callbacks run in the order of registration, `registered` is
printed before the timer is set.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    over = loop.create_future()

    def fire() -> None:
        print("fired")
        over.set_result(None)

    loop.call_soon(print, "registered")
    loop.call_soon(loop.call_later, 0.05, fire)
    await over


asyncio.run(main())

# Output:
# registered
# fired
