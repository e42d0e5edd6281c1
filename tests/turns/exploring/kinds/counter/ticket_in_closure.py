# Kind: counter
# Right: two outcomes; who gets which ticket is promised by the queue only; the last line has another above it.
# Marks: queue queue queue
# Outcomes: 2
import asyncio


def machine():
    last = 0

    def draw():
        nonlocal last
        last += 1
        return last

    return draw


async def customer(name, draw):
    await asyncio.sleep(0)
    print(name, draw())


async def main():
    draw = machine()
    await asyncio.gather(customer("ann", draw), customer("bob", draw))
    print("next", draw())


asyncio.run(main())
