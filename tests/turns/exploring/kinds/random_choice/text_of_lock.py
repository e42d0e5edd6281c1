# Kind: random_choice
# Right: nobody: the text of a lock has its address.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if str(asyncio.Lock())[-14] in "02468ace":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
