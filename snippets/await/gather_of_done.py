"""gather() of what is done already gives up the turn up to Python 3.11, and not since.

对已经完成的东西调用 gather()，Python 3.11 及更早会让出一次，之后就不让了。
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("ready")
    loop.call_soon(print, "callback: has its turn")
    await asyncio.gather(done)
    print("main: goes on")
    await asyncio.sleep(0)


asyncio.run(main())

# Output:
# callback: has its turn
# main: goes on
# Output (3.12+):
# main: goes on
# callback: has its turn
