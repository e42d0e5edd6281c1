# Kind: two_consumers
# Right: queue: whom a permit wakes.
# Marks: queue
# Outcomes: 2
# Ends: deadlock
import asyncio


async def wait(name, gate):
    await gate.acquire()
    print(name)


async def main():
    gate = asyncio.Semaphore(1)
    await asyncio.gather(wait("a", gate), wait("b", gate))


asyncio.run(main())
