"""asyncio.wait returns sets: in which order one goes through them is nobody's promise.

Marks: program, nobody (earlier), program

Why: Both results are there in every outcome, before `end`. Which task comes first in the set is
decided by where the two are in memory: another run of the same schedule may differ.
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
