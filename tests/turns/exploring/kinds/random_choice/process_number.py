# Kind: random_choice
# Right: nobody: the number of the process decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import os


async def main():
    if os.getpid() % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
