# Three tasks that count together, without a gap.
# Outcomes: 6, 3!
import asyncio

count = 0


async def work(name):
    global count
    await asyncio.sleep(0)
    count += 1
    print(count, name)


async def main():
    await asyncio.gather(work("a"), work("b"), work("c"))


if __name__ == "__main__":
    asyncio.run(main())
