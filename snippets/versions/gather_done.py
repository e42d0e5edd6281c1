"""Since Python 3.12 awaiting a `gather()` of futures that are all done does not suspend.

从 Python 3.12 起，`gather()` 的 Future 如果都已完成，等待它不会挂起。
"""

import asyncio


async def other() -> None:
    print("other: runs")


async def main() -> None:
    done = asyncio.get_running_loop().create_future()
    done.set_result("tea")
    task = asyncio.create_task(other())
    print(f"main: {await asyncio.gather(done)}")
    await task


asyncio.run(main())

# Output:
# other: runs
# main: ['tea']
# Output (3.12+):
# main: ['tea']
# other: runs
