# Kind: abba
# Right: two outcomes: the event is cleared before or after the waiter looks.
# Marks: queue
# Outcomes: 2
# Ends: finished deadlock
import asyncio


async def waiter(event):
    await event.wait()
    print("seen")


async def pulse(event):
    event.set()
    await asyncio.sleep(0)
    event.clear()


async def main():
    event = asyncio.Event()
    await asyncio.gather(pulse(event), waiter(event))


asyncio.run(main())
