"""Two timers, the later one set first.

Marks: first, clock, clock

Why: Three different deadlines and nothing else; each pair is reversed by firing the later timer
early.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, print, "late")
    loop.call_later(0.05, print, "early")
    await asyncio.sleep(0.15)
    print("end")


asyncio.run(main())

# Output:
# early
# late
# end
