# Three workers count to three each, with a gap, as in its README.
# Home: simloom
import asyncio


async def main():
    state = {"value": 0}

    async def work():
        for _ in range(3):
            seen = state["value"]
            await asyncio.sleep(0)
            state["value"] = seen + 1

    await asyncio.gather(*(work() for _ in range(3)))
    print(state["value"])


if __name__ == "__main__":
    asyncio.run(main())
