# Kind: clock_parity
# Right: nobody: how long it has computed decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import time


async def main():
    if int(time.process_time() * 1e6) % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
