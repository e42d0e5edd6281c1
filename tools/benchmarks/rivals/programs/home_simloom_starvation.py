# Fourteen turns of one task before the first of another, as in its collection of faults.
# Home: simloom
# Outcomes: 2
import asyncio


async def main():
    progress = {"worker": 0}

    async def hog():
        for _ in range(14):
            await asyncio.sleep(0)
        print("starved" if not progress["worker"] else "served")

    async def work():
        for _ in range(20):
            await asyncio.sleep(0)
            progress["worker"] += 1

    await asyncio.gather(hog(), work())


if __name__ == "__main__":
    asyncio.run(main())
