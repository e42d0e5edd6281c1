# Kind: random_choice
# Right: nobody: chance decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
from random import Random


async def main():
    if Random().random() < 0.5:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
