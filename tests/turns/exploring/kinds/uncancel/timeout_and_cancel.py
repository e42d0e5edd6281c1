# Kind: uncancel
# Right: clock: the timeout is not reached.
# Marks: clock
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(0.5)
            print("in time")
    except TimeoutError:
        print("late")


asyncio.run(main())
