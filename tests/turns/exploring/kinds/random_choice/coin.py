# Kind: random_choice
# Right: nobody: chance decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import random


async def main():
    if random.choice(["heads", "tails"]) == "heads":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
