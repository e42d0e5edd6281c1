# Kind: random_choice
# Right: nobody: the hash of a string differs from process to process.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if hash("word") % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
