"""An awaited coroutine shares the context of its caller; a task has a copy of its own, unless it is given one.

直接等待的协程与调用者共用上下文；任务有自己的一份，除非创建时指定了上下文。
"""

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def log_in(name: str) -> None:
    user.set(name)


async def main() -> None:
    await log_in("alice")
    print("awaited:", user.get())
    await asyncio.create_task(log_in("bob"))
    print("task:", user.get())
    kept = contextvars.copy_context()
    await asyncio.create_task(log_in("carol"), context=kept)
    print("task in a given context:", kept[user])
    print("main:", user.get())


asyncio.run(main())

# Output:
# awaited: alice
# task: alice
# task in a given context: carol
# main: alice
