"""A callback sees the context as it was when it was registered, whatever is set before its turn.

回调看到的是登记时的上下文，轮到它之前再设置什么都没有用。
"""

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    user.set("alice")
    loop.call_soon(lambda: print("call_soon:", user.get()))
    user.set("bob")
    done.add_done_callback(lambda _: print("done callback:", user.get()))
    user.set("carol")
    loop.call_later(0.1, lambda: print("call_later:", user.get()))
    user.set("dave")

    done.set_result(None)
    await asyncio.sleep(0.2)
    print("main:", user.get())


asyncio.run(main())

# Output:
# call_soon: alice
# done callback: bob
# call_later: carol
# main: dave
