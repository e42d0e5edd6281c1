# Kind: float_sum
# Right: program: fractions add up to the same in every order.
# Marks: program|unknown
# Outcomes: 1|unknown
import asyncio
from fractions import Fraction

total = Fraction(0)


async def add(number):
    global total
    total += number


async def main():
    await asyncio.gather(add(Fraction(1, 3)), add(Fraction(1, 6)))
    print(total)


asyncio.run(main())
