"""The task that sets a result prints before the task it wakes.

Marks: program, program, program

Why: The wake-up is scheduled in the turn that sets the result, and that turn goes on to print
`still here`.
"""

import asyncio


async def setter(future: asyncio.Future[str]) -> None:
    future.set_result("woken")
    print("still here")


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(setter(future))
    print("wait")
    print(await future)
    await task


asyncio.run(main())

# Output:
# wait
# still here
# woken
