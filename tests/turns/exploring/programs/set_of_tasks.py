"""asyncio.wait returns sets: in which order one goes through them is nobody's promise.

Marks: program|unknown, nobody (earlier), program|unknown

Why: Both results are there in every outcome, before `end`. Which task comes first in the set is
decided by where the two are in memory. That is in no schedule: with the order of a set in sight,
it may be that nothing else is claimed.
"""

import asyncio


async def child(name: str) -> str:
    return name


async def main() -> None:
    tasks = [asyncio.create_task(child(name)) for name in "ab"]
    done, _ = await asyncio.wait(tasks)
    for task in done:
        print(task.result())
    print("end")


asyncio.run(main())

# Output:
# ~ a
# ~ b
# end
