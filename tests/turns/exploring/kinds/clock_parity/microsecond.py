# Kind: clock_parity
# Right: nobody: a reading of the clock decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
from datetime import datetime


async def main():
    if datetime.now().microsecond % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
