# Kind: random_choice
# Right: nobody: an address decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if id(object()) // 16 % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
