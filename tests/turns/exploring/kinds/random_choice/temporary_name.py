# Kind: random_choice
# Right: nobody: the name of a temporary file is drawn by lot.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import tempfile


async def main():
    if tempfile.mktemp()[-1] < "m":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
