# Kind: clock_parity
# Right: nobody: a timeout's text says when it is due.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    async with asyncio.timeout(9) as limit:
        text = str(limit)
    if text[-3] in "13579":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
