"""Two kettles on asyncio."""

import asyncio


async def boil(name: str) -> None:
    print(f"{name}: on")
    await asyncio.sleep(0)
    print(f"{name}: whistles")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(boil("small"))
        group.create_task(boil("large"))
        print("main: both are created")


if __name__ == "__main__":
    asyncio.run(main())
