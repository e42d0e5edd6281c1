"""Two timers, the later one set first.

Marks: clock (missing), clock (earlier), clock (earlier)

Why: Three different deadlines and nothing else; the later timer of each pair may fire early. If it
is main's, the loop may be closed before `early`.
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
