"""`as_completed()` gives results as they arrive; tasks created first also start in a known order.

`as_completed()` 谁先完成就先给谁的结果；任务先建好，开始的顺序也就定了。
"""

import asyncio


async def boil(name: str, turns: int) -> str:
    print(f"{name}: on")
    for _ in range(turns):
        await asyncio.sleep(0)
    return name


async def main() -> None:
    kettles = [("large", 5), ("small", 1), ("middle", 3)]
    tasks = [asyncio.create_task(boil(name, turns)) for name, turns in kettles]
    for earliest in asyncio.as_completed(tasks):
        print(f"{await earliest}: ready")


asyncio.run(main())

# Output:
# large: on
# small: on
# middle: on
# small: ready
# middle: ready
# large: ready
