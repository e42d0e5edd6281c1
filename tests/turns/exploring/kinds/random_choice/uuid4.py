# Kind: random_choice
# Right: nobody: chance decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import uuid


async def main():
    if uuid.uuid4().int % 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
