"""An async generator has no context of its own: at each step it sees, and sets, that of whoever iterates.

异步生成器没有自己的上下文：每走一步，看到和改动的都是迭代它的一方的上下文。
"""

import asyncio
import contextvars
from collections.abc import AsyncGenerator

user = contextvars.ContextVar("user", default="nobody")


async def pages() -> AsyncGenerator[str, None]:
    yield f"page 1 for {user.get()}"
    user.set("generator")
    yield f"page 2 for {user.get()}"


async def reader(name: str, source: AsyncGenerator[str, None]) -> None:
    user.set(name)
    print(f"{name} reads {await anext(source)}")
    print(f"{name} is now {user.get()}")


async def main() -> None:
    source = pages()
    await asyncio.create_task(reader("alice", source))
    await asyncio.create_task(reader("bob", source))
    await source.aclose()


asyncio.run(main())

# Output:
# alice reads page 1 for alice
# alice is now alice
# bob reads page 2 for generator
# bob is now generator
