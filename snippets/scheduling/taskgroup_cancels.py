"""The first failure in a `TaskGroup` cancels what is left; the error comes back in a group.

`TaskGroup` 里第一个失败会取消剩下的任务；异常装在异常组里抛出来。
"""

import asyncio


async def sibling() -> None:
    print("sibling: starts")
    try:
        await asyncio.Event().wait()  # would wait for ever
    except asyncio.CancelledError:
        print("sibling: cancelled")
        raise


async def fails() -> None:
    print("fails: starts")
    raise ValueError("no water")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sibling())
            group.create_task(fails())
            print("main: both created")
    except* ValueError as errors:
        print("main: caught", errors.exceptions)


asyncio.run(main())

# Output:
# main: both created
# sibling: starts
# fails: starts
# sibling: cancelled
# main: caught (ValueError('no water'),)
