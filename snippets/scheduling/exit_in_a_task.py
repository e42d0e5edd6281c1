"""sys.exit() in a task stops the loop in that turn; main is then cancelled like any task that is left.

任务里的 sys.exit() 当场让循环停下；随后 main 和其他剩下的任务一样被取消。
"""

import asyncio
import sys


async def give_up() -> None:
    print("task: exits")
    sys.exit(3)


async def main() -> None:
    task = asyncio.create_task(give_up())
    try:
        await asyncio.Event().wait()
    finally:
        print("main: closing; the task is done:", task.done())
        await asyncio.sleep(0)
        print("main: closed")


try:
    asyncio.run(main())
except SystemExit as error:
    print("program: would end with status", error.code)

# Output:
# task: exits
# main: closing; the task is done: True
# main: closed
# program: would end with status 3
