"""Done callbacks and waiting tasks stand in one list: they follow in the order in which they asked for the future.

完成回调和等待的任务登记在同一张表上：谁先登记，谁先轮到。
"""

import asyncio


async def waiter(kettle: asyncio.Future[str]) -> None:
    print("waiter: got", await kettle)


async def main() -> None:
    kettle: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    kettle.add_done_callback(lambda _: print("callback: added before the await"))
    task = asyncio.create_task(waiter(kettle))
    await asyncio.sleep(0)  # now the task waits
    kettle.add_done_callback(lambda _: print("callback: added after the await"))

    kettle.set_result("tea")
    print("main: the result is set")
    await task


asyncio.run(main())

# Output:
# main: the result is set
# callback: added before the await
# waiter: got tea
# callback: added after the await
