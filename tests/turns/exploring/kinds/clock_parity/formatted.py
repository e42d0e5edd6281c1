# Kind: clock_parity
# Right: nobody: the formatted hour decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import time


async def main():
    if time.strftime("%S") < "30":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
