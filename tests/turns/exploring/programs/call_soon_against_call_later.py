"""call_soon against a timer that is due at once.

Marks: clock (missing), queue (earlier), clock (earlier)

Why: A timer due at the current time is as ready as the callback: it may come first. (The
documentation promises the order of registration among callbacks of `call_soon`, and there is only
one.) The clock stands still until both have run. If main's timer fires early, `main` may come
before `timer`, and the loop may be closed before the callback has had a turn.
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
