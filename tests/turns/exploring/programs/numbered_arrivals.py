"""Lines that say who came first and second.

Marks: queue (missing), queue (missing)

Why: If b comes first, the lines are `b is number 1` and `a is number 2`. Number 2 never comes
before number 1, so both lines are there or both are missing.
"""

import asyncio

arrived: list[str] = []


async def runner(name: str) -> None:
    await asyncio.sleep(0.05)
    arrived.append(name)
    print(name, "is number", len(arrived))


async def main() -> None:
    await asyncio.gather(runner("a"), runner("b"))


asyncio.run(main())

# Output:
# a is number 1
# b is number 2
