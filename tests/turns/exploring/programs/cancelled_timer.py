"""A callback cancels a timer before it fires.

Marks: clock (missing), clock (earlier)

Why: If main's timer fires first it prints `end`, and the loop may be closed before the callback
that cancels. In queue schedules 0.05 comes before 0.3. `timer` is printed only where it fires
early.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    timer = loop.call_later(0.2, print, "timer")

    def cancel() -> None:
        print("cancel")
        timer.cancel()

    loop.call_later(0.05, cancel)
    await asyncio.sleep(0.3)
    print("end")


asyncio.run(main())

# Output:
# cancel
# end
