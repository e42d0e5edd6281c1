# Kind: winner
# Right: two outcomes; equal deadlines are no order.
# Marks: queue queue
# Outcomes: 2
import asyncio

first = []


async def ring(name):
    await asyncio.sleep(0.1)
    first.append(name)


async def main():
    await asyncio.gather(ring("a"), ring("b"))
    print(first[0])
    print("end")


asyncio.run(main())
