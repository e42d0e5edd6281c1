# Kind: random_choice
# Right: nobody: chance decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import random

deck = [1, 2]
random.shuffle(deck)


async def main():
    if deck[0] == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
