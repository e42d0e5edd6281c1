"""Two timers, of which the first to fire prints.

Marks: first, clock

Why: Only firing y's timer before both of the others reverses.
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
