# Why does my task go on after cancel() when wait_for() was just finishing?
# Source: https://github.com/python/cpython/issues/86296
# Answer: The future got its result and the task its cancel() in the same turn, before the waiter ran; until Python 3.11 wait_for then returns the result and drops the cancel.
import asyncio
import sys


async def client(answer):
    value = await asyncio.wait_for(answer, timeout=1)
    print("client goes on with", value)


async def main():
    answer = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(client(answer))
    await asyncio.sleep(0.01)
    answer.set_result("yes")
    print("cancel accepted:", task.cancel())
    try:
        await task
        print("the cancel was lost")
    except asyncio.CancelledError:
        print("the client is cancelled")
    print("older than 3.12:", sys.version_info < (3, 12))


asyncio.run(main())
