"""A time limit that is over cancels: inside the block arrives `CancelledError`, outside `TimeoutError`.

时限一过就是一次取消：块里面收到的是 `CancelledError`，块外面收到的是 `TimeoutError`。
"""

import asyncio


async def main() -> None:
    task = asyncio.current_task()
    assert task is not None
    try:
        async with asyncio.timeout(0.02):
            try:
                await asyncio.Event().wait()  # would wait for ever
            except BaseException as error:
                print("inside:", type(error).__name__)
                raise
    except BaseException as error:
        print("outside:", type(error).__name__)
    print("requests left:", task.cancelling())


asyncio.run(main())

# Output:
# inside: CancelledError
# outside: TimeoutError
# requests left: 0
