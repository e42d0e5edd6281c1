"""A task copies the context when it is created, not when it starts, and what it sets there stays its own.

任务在创建时复制上下文，不是在开始时；它在里面设置的值也只归它自己。
"""

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def request() -> None:
    print("task: starts with", user.get())
    user.set("carol")
    print("task: sets", user.get())


async def main() -> None:
    user.set("alice")
    task = asyncio.create_task(request())
    user.set("bob")  # the task has not started yet
    await task
    print("main: still", user.get())


asyncio.run(main())

# Output:
# task: starts with alice
# task: sets carol
# main: still bob
