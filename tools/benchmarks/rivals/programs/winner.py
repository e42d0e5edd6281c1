# A race whose order stands in a list.
# Outcomes: 2
import asyncio


async def run(name, arrived):
    await asyncio.sleep(0)
    arrived.append(name)


async def main():
    arrived = []
    await asyncio.gather(run("a", arrived), run("b", arrived))
    print("winner:", arrived[0])


if __name__ == "__main__":
    asyncio.run(main())
