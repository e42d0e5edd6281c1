"""A delay of zero is still a timer: on asyncio's own loop a later call_soon() overtakes it.

延迟为零也还是定时器：在 asyncio 自带的循环上，后登记的 call_soon() 会先运行。
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0, print, "call_later(0), registered first")
    loop.call_later(0.05, done.set_result, None)
    loop.call_soon(print, "call_soon, registered last")
    await done


asyncio.run(main())

# Output:
# call_soon, registered last
# call_later(0), registered first
