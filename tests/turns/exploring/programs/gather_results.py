"""gather returns results in the order of its arguments.

Marks: program, clock (earlier), program

Why: 0.05 against 0.1. The list is printed after both.
"""

import asyncio


async def child(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    print(name)
    return name


async def main() -> None:
    print(await asyncio.gather(child("slow", 0.1), child("fast", 0.05)))


asyncio.run(main())

# Output:
# fast
# slow
# ['slow', 'fast']
