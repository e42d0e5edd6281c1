# Kind: float_sum
# Right: queue: equal items of a set, of which the first stays.
# Marks: queue|unknown
# Outcomes: 2|unknown
import asyncio

seen = set()


async def see(key):
    seen.add(key)


async def rest():
    pass


async def main():
    await asyncio.gather(see(1), see(1.0))
    await asyncio.gather(rest(), rest())
    print(max(seen))


asyncio.run(main())
