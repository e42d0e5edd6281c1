"""Who asked first is served first: three wait for an item, and three items come in one turn.

谁先要，谁先得：三个任务等着取，三件东西在同一个轮次里放进来。
"""

import asyncio


async def guest(name: str, kitchen: asyncio.Queue[str]) -> None:
    print(f"{name}: asks")
    print(f"{name}: gets the {await kitchen.get()}")


async def main() -> None:
    kitchen: asyncio.Queue[str] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Bob", "Cat"):
            group.create_task(guest(name, kitchen))
        await asyncio.sleep(0)  # all three ask
        for dish in ("soup", "fish", "cake"):
            kitchen.put_nowait(dish)
        print("main: three dishes are ready")


asyncio.run(main())

# Output:
# Ann: asks
# Bob: asks
# Cat: asks
# main: three dishes are ready
# Ann: gets the soup
# Bob: gets the fish
# Cat: gets the cake
