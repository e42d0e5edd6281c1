# Kind: clock_parity
# Right: nobody: the day decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
from datetime import date


async def main():
    if date.today().weekday() < 3:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
