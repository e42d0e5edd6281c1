"""A callback registers another one.

Marks: clock (missing), queue (earlier), queue (earlier)

Why: `other` may come first; `second` is ready as soon as `first` has run and may overtake `other`.
In queue schedules all three run before the clock moves. If main's timer fires early, the loop may
be closed before any of them: so the order of registration alone promises no line.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()

    def first() -> None:
        print("first")
        loop.call_soon(print, "second")

    loop.call_soon(first)
    loop.call_soon(print, "other")
    await asyncio.sleep(0.05)


asyncio.run(main())

# Output:
# first
# other
# second
