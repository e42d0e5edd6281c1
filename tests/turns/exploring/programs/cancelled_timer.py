"""A callback cancels a timer before it fires.

Marks: first, clock

Why: Firing main's timer first prints `end`; `cancel` may still follow before the loop stops.
`timer` is printed only where it fires early.
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
