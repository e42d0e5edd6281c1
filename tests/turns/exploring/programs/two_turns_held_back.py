"""Two callbacks, of which the first to run prints: both must wait to reverse the lines.

Marks: clock (missing), queue (earlier), clock (earlier)

Why: Holding back only the one that printed lets the other print: `y` first, then either. In queue
schedules all three run before the clock moves. If main's timer fires early, `end` may come before
`y`, and the loop may be closed before any of them: so the order of registration alone promises no
line.
"""

import asyncio

said: list[str] = []


def once() -> None:
    if not said:
        said.append("x")
        print("x")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(once)
    loop.call_soon(once)
    loop.call_soon(print, "y")
    await asyncio.sleep(0.05)
    print("end")


asyncio.run(main())

# Output:
# x
# y
# end
