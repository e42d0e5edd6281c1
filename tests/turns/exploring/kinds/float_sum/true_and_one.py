# Kind: float_sum
# Right: queue: equal keys, of which the first stays.
# Marks: queue
# Outcomes: 2
import asyncio

seen = {}


async def see(key):
    seen[key] = None


async def rest():
    pass


async def main():
    await asyncio.gather(see(1), see(True))
    await asyncio.gather(rest(), rest())
    print(*seen)


asyncio.run(main())
