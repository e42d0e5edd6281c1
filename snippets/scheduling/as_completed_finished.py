"""Tasks that were done before as_completed() was called come in the order of a set, not of finishing.

调用 as_completed() 之前就已经结束的任务，按集合的顺序给出，与结束的先后无关。
"""

import asyncio


async def work(name: str) -> str:
    print(f"{name}: finishes")
    return name


async def main() -> None:
    tasks = [asyncio.create_task(work(name)) for name in ("first", "second", "third")]
    await asyncio.wait(tasks)
    for earliest in asyncio.as_completed(tasks):
        print("given:", await earliest)


asyncio.run(main())

# Output:
# first: finishes
# second: finishes
# third: finishes
# ~ given: first
# ~ given: second
# ~ given: third
