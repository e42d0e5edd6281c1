"""as_completed gives the results as they come, all printed by one task.

Marks: program, clock (earlier), program

Why: Which result comes first is the timers' doing; only firing the slow one early reverses.
"""

import asyncio


async def child(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return name


async def main() -> None:
    tasks = [asyncio.create_task(child("slow", 0.1)), asyncio.create_task(child("fast", 0.05))]
    for next_one in asyncio.as_completed(tasks):
        print(await next_one)
    print("end")


asyncio.run(main())

# Output:
# fast
# slow
# end
