# Two increments with a gap, as in its README.
# Home: frontrun
# Outcomes: 2
import asyncio


class Counter:
    def __init__(self):
        self.value = 0

    async def increment(self):
        seen = self.value
        await asyncio.sleep(0)
        self.value = seen + 1


async def main():
    counter = Counter()
    await asyncio.gather(counter.increment(), counter.increment())
    print(counter.value)


if __name__ == "__main__":
    asyncio.run(main())
