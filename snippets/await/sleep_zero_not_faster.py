"""Giving way does not make work faster: the last job ends after the same amount of work, the first one later.

让路不会让活干得更快：最后一个任务收工时总工作量不变，第一个反而收工更晚。
"""

import asyncio

units_done = 0


async def job(name: str, give_way: bool) -> None:
    global units_done
    for _ in range(3):
        units_done += 1  # one unit of computation
        if give_way:
            await asyncio.sleep(0)
    print(f"  {name} is finished when {units_done} units are done")


async def main() -> None:
    global units_done
    for give_way in (False, True):
        units_done = 0
        print("with sleep(0)" if give_way else "without sleep(0)")
        await asyncio.gather(job("A", give_way), job("B", give_way))


asyncio.run(main())

# Output:
# without sleep(0)
#   A is finished when 3 units are done
#   B is finished when 6 units are done
# with sleep(0)
#   A is finished when 6 units are done
#   B is finished when 6 units are done
