# Kind: cancelled_before
# Right: program: in clock schedules `ring` may come before it, but it is printed all the same.
# Marks: program
import asyncio


async def main():
    timer = asyncio.get_running_loop().call_later(1, print, "ring")
    await asyncio.sleep(0)
    timer.cancel()
    print("cancelled")


asyncio.run(main())
