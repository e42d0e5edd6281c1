"""Two kettles on Trio."""

import trio


async def boil(name: str) -> None:
    print(f"{name}: on")
    await trio.sleep(0)
    print(f"{name}: whistles")


async def main() -> None:
    async with trio.open_nursery() as nursery:
        nursery.start_soon(boil, "small")
        nursery.start_soon(boil, "large")
        print("main: both are created")


trio.run(main)
