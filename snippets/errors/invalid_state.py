"""A future takes one result, once: not after a timeout has cancelled it, and nobody can read it before it is there.

Future 只接受一次结果：超时把它取消之后就放不进去了；结果还没来，也读不出来。
"""

import asyncio


async def main() -> None:
    reply: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    try:
        reply.result()
    except asyncio.InvalidStateError as error:
        print("read too early:", error)

    try:
        await asyncio.wait_for(reply, timeout=0.01)
    except TimeoutError:
        print("timed out; cancelled:", reply.cancelled())

    try:
        reply.set_result("hello")
    except asyncio.InvalidStateError as error:
        print("set too late:", error)


asyncio.run(main())

# Output:
# read too early: Result is not set.
# timed out; cancelled: True
# set too late: invalid state
