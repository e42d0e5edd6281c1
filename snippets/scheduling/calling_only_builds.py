"""Calling a coroutine function only builds an object; one that is dropped leaves a warning.

调用协程函数只会创建一个对象；创建了又丢掉，只留下一条警告。
"""

import asyncio
import gc
import inspect
import warnings


async def greet(name: str) -> None:
    print(f"hello, {name}")


async def main() -> None:
    coroutine = greet("a")
    print(inspect.getcoroutinestate(coroutine))
    await coroutine
    print(inspect.getcoroutinestate(coroutine))

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten = greet("b")
        del forgotten
        gc.collect()
    print(caught[0].message)


asyncio.run(main())

# Output:
# CORO_CREATED
# hello, a
# CORO_CLOSED
# coroutine 'greet' was never awaited
