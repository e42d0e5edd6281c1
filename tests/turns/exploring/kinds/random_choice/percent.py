# Kind: random_choice
# Right: nobody: the text of an object is its address.
# Marks: program|unknown|nobody nobody|unknown
import asyncio

job = lambda: 0


async def main():
    if ("%r" % job)[-4] in "02468ace":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
