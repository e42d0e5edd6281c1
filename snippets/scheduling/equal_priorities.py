"""Equal priorities do not come out in the order in which they were put; with a counter beside them they do.

优先级相同的，取出的先后和放入的先后不一样；旁边加一个计数器就一样了。
"""

import asyncio
import itertools
from dataclasses import dataclass, field


@dataclass(order=True)
class Call:
    priority: int
    number: int
    name: str = field(compare=False)


def order_of(calls: list[Call]) -> str:
    queue: asyncio.PriorityQueue[Call] = asyncio.PriorityQueue()
    for call in calls:
        queue.put_nowait(call)
    return " ".join(queue.get_nowait().name for _ in calls)


async def main() -> None:
    names = ("Ann", "Bob", "Cat", "Dan")
    print("equal:  ", order_of([Call(1, 0, name) for name in names]))
    count = itertools.count()
    print("counted:", order_of([Call(1, next(count), name) for name in names]))


asyncio.run(main())

# Output:
# equal:   Ann Cat Bob Dan
# counted: Ann Bob Cat Dan
