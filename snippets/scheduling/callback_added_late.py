"""A callback that is added to a finished future still waits for a turn; an `await` of it does not.

给已经完成的 Future 添加回调，回调照样要等一个轮次；`await` 它却不用等。
"""

import asyncio


async def main() -> None:
    kettle: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    kettle.set_result("tea")

    kettle.add_done_callback(lambda _: print("callback: runs"))
    print("main: callback added")
    print("main: got", await kettle)
    await asyncio.sleep(0)
    print("main: had a pause")


asyncio.run(main())

# Output:
# main: callback added
# main: got tea
# callback: runs
# main: had a pause
