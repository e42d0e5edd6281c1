"""to_thread() takes the caller's context variables along; run_in_executor() does not.

to_thread() 会带上调用者的上下文变量；run_in_executor() 不会。
"""

import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=1))
    await asyncio.to_thread(print, "the worker thread starts here")

    user.set("alice")
    print("run_in_executor:", await loop.run_in_executor(None, user.get))
    print("to_thread:", await asyncio.to_thread(user.get))


asyncio.run(main())

# Output:
# the worker thread starts here
# run_in_executor: nobody
# to_thread: alice
