"""Two timers that are due at once, with different deadlines.

Marks: first, clock, clock

Why: Both are due, but of timers only the one with the earliest deadline may be taken.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "now")
    loop.call_at(loop.time() - 1, print, "a second ago")
    await asyncio.sleep(0.05)
    print("end")


asyncio.run(main())

# Output:
# a second ago
# now
# end
