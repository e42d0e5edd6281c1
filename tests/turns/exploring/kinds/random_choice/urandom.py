# Kind: random_choice
# Right: nobody: chance decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import os


async def main():
    if os.urandom(1)[0] % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
