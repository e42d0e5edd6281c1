# Why does the variable that I set in one task keep its old value in the next?
# Source: https://github.com/pytest-dev/pytest-asyncio/issues/149
# Answer: Each task runs in a copy of the context that was made by create_task; an awaited coroutine runs in that of its caller.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def log_in(name):
    user.set(name)
    print("logged in:", user.get())


async def main():
    await asyncio.create_task(log_in("task"))
    print("after the task:", user.get())
    await log_in("coroutine")
    print("after the coroutine:", user.get())
    late = asyncio.create_task(show())
    user.set("somebody else")
    await late


async def show():
    print("seen by the later task:", user.get())


asyncio.run(main())
