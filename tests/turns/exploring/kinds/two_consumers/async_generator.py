# Kind: two_consumers
# Right: queue: who takes what of a shared list.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def take(name, items):
    await asyncio.sleep(0)
    print(name, items.pop())


async def main():
    items = [2, 1]
    await asyncio.gather(take("a", items), take("b", items))


asyncio.run(main())
