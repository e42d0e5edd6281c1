# Kind: random_choice
# Right: nobody: the text of a list has those of its items.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


def job():
    pass


async def main():
    if str([job])[-5] in "02468ace":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
