# Kind: counter
# Right: two outcomes; the numbers come from one shared generator; the last line has another above it.
# Marks: queue queue queue
# Outcomes: 2
import asyncio


def numbers():
    n = 0
    while True:
        n += 1
        yield n


async def customer(name, tickets):
    await asyncio.sleep(0)
    print(name, next(tickets))


async def main():
    tickets = numbers()
    await asyncio.gather(customer("ann", tickets), customer("bob", tickets))
    print("next", next(tickets))


asyncio.run(main())
