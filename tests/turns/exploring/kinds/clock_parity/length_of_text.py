# Kind: clock_parity
# Right: nobody: a timer's text is as long as the time is exact.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if len(str(asyncio.get_running_loop().call_later(9, print))) % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
