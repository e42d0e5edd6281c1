"""Callbacks run in the order in which they were registered, and only after the current turn has ended.

回调按登记的先后运行，而且要等当前轮次结束之后。
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    ran = loop.create_future()
    loop.call_soon(print, "registered first")
    loop.call_soon(print, "registered second")
    loop.call_soon(ran.set_result, None)
    print("main: still my turn")
    await ran
    print("main: my turn again")


asyncio.run(main())

# Output:
# main: still my turn
# registered first
# registered second
# main: my turn again
