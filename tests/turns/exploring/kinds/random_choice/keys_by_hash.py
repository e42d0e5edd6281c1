# Kind: random_choice
# Right: nobody: what is sorted by its hash.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def main():
    if sorted(["ann", "bob"], key=hash) == ["ann", "bob"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
