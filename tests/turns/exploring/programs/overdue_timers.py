"""Two timers that are due at once, with different deadlines.

Marks: clock (missing), clock (earlier), clock (earlier)

Why: Two timers are due, but only the one with the earliest deadline may be taken. If another one
fires early, it comes first; if it is main's, the loop may be closed before the others. The program
reads the clock, but only to set timers.
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
