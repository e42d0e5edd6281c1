# Kind: float_sum
# Right: queue: minus zero and zero are equal, and not the same.
# Marks: queue program|queue
# Outcomes: 2
import asyncio
import math

zero = 0.0


async def put(number):
    global zero
    zero = number


async def rest():
    pass


async def main():
    await asyncio.gather(put(0.0), put(-0.0))
    await asyncio.gather(rest(), rest())
    print(math.copysign(1, zero))
    print(zero == 0)


asyncio.run(main())
