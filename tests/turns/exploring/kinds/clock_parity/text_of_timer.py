# Kind: clock_parity
# Right: nobody: a timer's text says when it is due.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if repr(asyncio.get_running_loop().call_later(9, print)).partition("when=")[2][0] in "13579":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
