# Kind: seven_sleeps
# Right: queue: eight timers of one deadline.
# Marks: clock queue queue queue queue queue queue queue clock
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for number in range(8):
        loop.call_later(0.1, print, number)
    await asyncio.sleep(0.2)
    print("done")


asyncio.run(main())
