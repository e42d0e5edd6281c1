# Kind: counter
# Right: six outcomes; which name gets which number is the queue's.
# Marks: queue queue queue
# Outcomes: 6
# Ends: finished
import asyncio

count = 0


async def visit(name):
    global count
    await asyncio.sleep(0)
    count += 1
    print(name, "is visitor", count)


async def main():
    await asyncio.gather(visit("ann"), visit("bob"), visit("cy"))


asyncio.run(main())
