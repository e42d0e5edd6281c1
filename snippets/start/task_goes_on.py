"""A task goes on while its creator waits for something else, and keeps its result until it is asked for.

创建者去等别的事，任务照样往下走；结果先留着，等人来取。
"""

import asyncio


async def boil() -> str:
    print("kettle: on")
    await asyncio.sleep(0.02)
    print("kettle: whistles")
    return "hot water"


async def main() -> None:
    kettle = asyncio.create_task(boil())
    await asyncio.sleep(0.08)  # slicing the bread
    print("main: the bread is sliced")
    print("main:", await kettle)


asyncio.run(main())

# Output:
# kettle: on
# kettle: whistles
# main: the bread is sliced
# main: hot water
