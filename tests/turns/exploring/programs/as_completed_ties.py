"""as_completed with equal deadlines.

Marks: program, queue (earlier), program

Why: Take b's timer, step and done-callback before a's: b's result arrives first.
"""

import asyncio


async def child(name: str) -> str:
    await asyncio.sleep(0.05)
    return name


async def main() -> None:
    tasks = [asyncio.create_task(child(name)) for name in "ab"]
    for next_one in asyncio.as_completed(tasks):
        print(await next_one)
    print("end")


asyncio.run(main())

# Output:
# a
# b
# end
