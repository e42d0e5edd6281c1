# Kind: float_sum
# Right: queue: decimals are rounded, too.
# Marks: queue|unknown
# Outcomes: 2|unknown
import asyncio
from decimal import Decimal

total = Decimal(0)


async def add(number):
    global total
    total += number


async def main():
    await asyncio.gather(add(Decimal("1e28")), add(Decimal("-1e28")), add(Decimal("0.4")))
    print(total + 0)


asyncio.run(main())
