"""How many passes of the loop go by until an `await` returns depends on what is awaited.

等待的对象不同，`await` 返回之前事件循环要转的圈数也不同。
"""

import asyncio
from collections.abc import Awaitable


class Passes:
    """Counts passes: a callback that asks for another turn runs once in each pass."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.count = -1
        self.tick()

    def tick(self) -> None:
        self.count += 1
        if self.count < 9:  # enough for this program
            self.loop.call_soon(self.tick)


async def nothing() -> None:
    pass


async def main() -> None:
    loop = asyncio.get_running_loop()
    passes = Passes(loop)

    async def measure(name: str, awaitable: Awaitable[object]) -> None:
        before = passes.count
        await awaitable
        print(f"{name}: {passes.count - before}")

    await measure("coroutine that waits for nothing", nothing())
    await measure("sleep(0)", asyncio.sleep(0))
    future = loop.create_future()
    loop.call_soon(future.set_result, None)
    await measure("future set by a callback", future)
    await measure("the same future, done", future)
    await measure("task", asyncio.create_task(nothing()))
    await measure("gather", asyncio.gather(nothing(), nothing()))


asyncio.run(main())

# Output:
# coroutine that waits for nothing: 0
# sleep(0): 1
# future set by a callback: 2
# the same future, done: 0
# task: 2
# gather: 3
