"""A task that has been woken but has not run yet can still be cancelled: the cancellation wins.

任务已经被唤醒，只是还没轮到，这时仍然可以取消它：取消占先。
"""

import asyncio


async def drinks(name: str, kettle: asyncio.Event) -> None:
    try:
        await kettle.wait()
        print(f"{name}: drinks tea")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise


async def main() -> None:
    kettle = asyncio.Event()
    ann = asyncio.create_task(drinks("Ann", kettle))
    bob = asyncio.create_task(drinks("Bob", kettle))
    await asyncio.sleep(0)  # both wait

    kettle.set()  # wakes both
    print("main: cancel Ann:", ann.cancel())
    await asyncio.sleep(0)  # both have their turn
    print("main: cancel Bob:", bob.cancel())
    await asyncio.wait([ann, bob])


asyncio.run(main())

# Output:
# main: cancel Ann: True
# Ann: cancelled
# Bob: drinks tea
# main: cancel Bob: False
