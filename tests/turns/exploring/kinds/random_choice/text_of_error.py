# Kind: random_choice
# Right: nobody: the text of an error has those of its arguments.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


def job():
    pass


async def main():
    if str(KeyError(job))[-4] in "02468ace":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
