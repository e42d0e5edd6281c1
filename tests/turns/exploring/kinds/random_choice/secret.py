# Kind: random_choice
# Right: nobody: chance decides.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import secrets


async def main():
    if secrets.randbelow(2):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
