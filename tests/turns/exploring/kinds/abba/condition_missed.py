# Kind: abba
# Right: two outcomes; who is notified before it waits, waits for ever.
# Marks: queue queue
# Outcomes: 2
# Ends: finished deadlock
import asyncio


async def waiter(condition):
    async with condition:
        await condition.wait()
        print("woken")


async def notifier(condition):
    async with condition:
        condition.notify()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(waiter(condition), notifier(condition))
    print("end")


asyncio.run(main())
