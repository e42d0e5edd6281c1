# Kind: random_choice
# Right: nobody: the least of two texts that are addresses.
# Marks: program|unknown|nobody nobody|unknown
import asyncio

things = [object(), object()]


async def main():
    if min(things, key=str) is things[0]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
