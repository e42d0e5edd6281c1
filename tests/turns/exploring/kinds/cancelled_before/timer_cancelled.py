# Kind: cancelled_before
# Right: clock: the timer is cancelled before it is due.
# Marks: clock
import asyncio


async def main():
    timer = asyncio.get_running_loop().call_later(1, print, "ring")
    await asyncio.sleep(0)
    timer.cancel()
    print("cancelled")


asyncio.run(main())
