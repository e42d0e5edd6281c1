# Kind: queue_join
# Right: deadlock: nobody sets the event.
# Marks: program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def main():
    event = asyncio.Event()
    print("waiting")
    await event.wait()
    print("never")


asyncio.run(main())
