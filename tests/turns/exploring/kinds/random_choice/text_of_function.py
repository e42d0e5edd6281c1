# Kind: random_choice
# Right: nobody: the text of a function has its address.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


def job():
    pass


async def main():
    if str(job)[-4] in "02468ace":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
