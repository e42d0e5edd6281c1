"""A coroutine that waits for a future may be resumed only when that is done; driven by hand, it can come too early.

协程在等一个 Future，就要等到它完成才能恢复；亲手驱动协程，可能恢复得太早。
"""

import asyncio


async def ask(answer: asyncio.Future[int]) -> int:
    return await answer


async def main() -> None:
    for is_ready in False, True:
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        coroutine = ask(answer)
        coroutine.send(None)  # runs to the await, as the first step of a task does
        if is_ready:
            answer.set_result(42)
        try:
            coroutine.send(None)
        except RuntimeError as error:
            print("too early:", error)
        except StopIteration as end:
            print("in time:", end.value)


asyncio.run(main())

# Output:
# too early: await wasn't used with future
# in time: 42
