"""A task copies the context when it is created; so the user has to be set before that.

任务在创建时就复制了上下文，所以要先设置用户，再创建任务。
"""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def greet() -> None:
    print("hello", user.get())


async def main() -> None:
    user.set("Ann")
    task = asyncio.create_task(greet())
    await task


asyncio.run(main())
