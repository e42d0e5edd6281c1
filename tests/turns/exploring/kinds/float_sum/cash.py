# Kind: float_sum
# Right: queue: the last bits of the sum depend on the order.
# Marks: program queue
# Outcomes: 2
import asyncio

cash = 0.0


async def pay(amount):
    global cash
    cash += amount


async def main():
    await asyncio.gather(pay(0.1), pay(0.2), pay(0.3))
    if cash > 0.6000000000000000001:
        print("y")
        print("x")
    else:
        print("x")
        print("y")


asyncio.run(main())
