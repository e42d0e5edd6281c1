"""Two timers set to exactly the same time.

Marks: first, queue, clock

Why: Equal deadlines: either timer may be taken first. `end` belongs to a later deadline; fire it
before b.
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
