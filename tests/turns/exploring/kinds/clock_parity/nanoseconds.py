# Kind: clock_parity
# Right: nobody: a reading of the clock decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import time


async def main():
    if time.time_ns() % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
