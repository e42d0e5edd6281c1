"""Two tasks, of which the first to get there prints, against a task with more rounds.

Marks: program, queue (earlier)

Why: Hold back both tasks until the patient one has taken its four steps.
"""

import asyncio

said: list[str] = []


async def either() -> None:
    await asyncio.sleep(0)
    if not said:
        said.append("x")
        print("x")


async def patient() -> None:
    for _ in range(3):
        await asyncio.sleep(0)
    print("y")


async def main() -> None:
    await asyncio.gather(either(), either(), patient())


asyncio.run(main())

# Output:
# x
# y
