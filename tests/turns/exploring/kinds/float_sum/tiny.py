# Kind: float_sum
# Right: queue: a small number is lost beside a large one.
# Marks: queue
# Outcomes: 2
import asyncio

total = 0.0


async def add(number):
    global total
    total += number


async def main():
    await asyncio.gather(add(1e16), add(-1e16), add(1.0))
    print(total)


asyncio.run(main())
