"""Two tasks take turns with sleep(0).

Marks: program, queue (earlier), queue (earlier), queue (earlier)

Why: Each line is another task's; the second may take all its steps before the first goes on: b 1
first; a 1, a 2 before b 1; b 1, b 2 before a 2.
"""

import asyncio


async def count(name: str) -> None:
    for number in (1, 2):
        print(name, number)
        await asyncio.sleep(0)


async def main() -> None:
    await asyncio.gather(count("a"), count("b"))


asyncio.run(main())

# Output:
# a 1
# b 1
# a 2
# b 2
