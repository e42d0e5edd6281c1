"""call_soon against a timer that is due at once.

Marks: first, queue, clock

Why: A timer due at the current time is as ready as the callback. Main's deadline is later than
both.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0.05)
    print("main")


asyncio.run(main())

# Output:
# soon
# timer
# main
