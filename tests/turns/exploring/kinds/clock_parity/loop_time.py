# Kind: clock_parity
# Right: nobody: a reading of the loop's clock decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if int(asyncio.get_running_loop().time() * 1e6) % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
