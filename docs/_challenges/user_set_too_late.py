"""The task greets nobody, although the user is set before the task runs. Have it greet Ann.

任务运行之前明明已经设置了用户，它问候的却是 nobody。让它问候 Ann。
"""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def greet() -> None:
    print("hello", user.get())


async def main() -> None:
    task = asyncio.create_task(greet())
    user.set("Ann")
    await task


asyncio.run(main())

# Goal: order "hello Ann"
# Keep: async def greet
# Keep: asyncio.create_task(greet())
# Rule: rule-context-at-creation
