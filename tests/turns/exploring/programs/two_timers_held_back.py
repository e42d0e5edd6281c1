"""Two timers, of which the first to fire prints.

Marks: clock (missing), clock (earlier)

Why: If y's timer fires before both of the others, `y` comes first. If then main's second timer
fires, too, the loop may be closed before `x`. In queue schedules they fire in the order of their
deadlines.
"""

import asyncio

said: list[str] = []


def once() -> None:
    if not said:
        said.append("x")
        print("x")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.05, once)
    loop.call_later(0.1, once)
    await asyncio.sleep(0.15)
    print("y")
    await asyncio.sleep(0.1)


asyncio.run(main())

# Output:
# x
# y
