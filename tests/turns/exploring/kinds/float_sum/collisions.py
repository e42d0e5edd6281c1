# Kind: float_sum
# Right: queue: the order of a set of numbers depends on which came first.
# Marks: queue|unknown
# Outcomes: 2|unknown
import asyncio

seen = set()


async def see(number):
    seen.add(number)


async def rest():
    pass


async def main():
    await asyncio.gather(see(0), see(8))
    await asyncio.gather(rest(), rest())
    print(sorted(seen, key=lambda number: number % 8))


asyncio.run(main())
