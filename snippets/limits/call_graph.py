"""A task knows who waits for it: the call graph goes through awaits and across tasks.

任务知道谁在等它：调用图能顺着 await，从一个任务走到另一个任务。
"""

import asyncio


async def read_meter(answer: asyncio.Event) -> None:
    await answer.wait()


async def main() -> None:
    answer = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(read_meter(answer), name="meter")
        await asyncio.sleep(0)
        graph = asyncio.capture_call_graph(task)
        assert graph is not None
        for entry in graph.call_stack:
            print("meter is in:", entry.frame.f_code.co_name)
        for waiter in graph.awaited_by:
            print("waited for by a task:", isinstance(waiter.future, asyncio.Task))
        answer.set()


asyncio.run(main())

# Requires: Python 3.14

# Output:
# meter is in: wait
# meter is in: read_meter
# waited for by a task: True
