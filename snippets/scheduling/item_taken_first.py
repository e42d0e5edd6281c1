"""A wake-up is no item: another takes it before Ann's turn, and Ann asks again, now behind Bob.

被唤醒不等于拿到：没等 Ann 轮到，东西就让别人取走了，Ann 只好再要一次，这回排在 Bob 后面。
"""

import asyncio


async def guest(name: str, kitchen: asyncio.Queue[str]) -> None:
    print(f"{name}: asks")
    print(f"{name}: gets the {await kitchen.get()}")


async def main() -> None:
    kitchen: asyncio.Queue[str] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(guest("Ann", kitchen))
        group.create_task(guest("Bob", kitchen))
        await asyncio.sleep(0)  # both ask

        kitchen.put_nowait("soup")  # wakes Ann
        print(f"main: takes the {kitchen.get_nowait()}")
        await asyncio.sleep(0)  # Ann finds nothing
        kitchen.put_nowait("fish")
        kitchen.put_nowait("cake")


asyncio.run(main())

# Output:
# Ann: asks
# Bob: asks
# main: takes the soup
# Bob: gets the fish
# Ann: gets the cake
