"""The job of a pool is done before anybody awaits it: older Pythons give up the turn all the same.

还没等待，线程池里的活就已经做完了：旧版本的 Python 照样让出控制权。
"""

import asyncio
import concurrent.futures


async def main() -> None:
    job: concurrent.futures.Future[str] = concurrent.futures.Future()
    job.set_result("tea")  # as a pool does
    asyncio.get_running_loop().call_soon(print, "callback: its turn")
    print("main: got", await asyncio.wrap_future(job))


asyncio.run(main())

# Output:
# ~ main: got tea
# ~ callback: its turn
# Output (3.15+):
# main: got tea
# callback: its turn
