"""Two timers set to exactly the same time.

Marks: clock (missing), queue (earlier), clock (earlier)

Why: Equal deadlines: either timer may be taken first. If main's timer fires early, `end` may come
before b, and the loop may be closed before a. The program reads the clock, but only to set timers.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.05
    loop.call_at(when, print, "a")
    loop.call_at(when, print, "b")
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())

# Output:
# a
# b
# end
