# Kind: random_choice
# Right: nobody: two objects are sorted by their addresses.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


class Thing:
    pass


things = [Thing(), Thing()]


async def main():
    if sorted(things, key=repr)[0] is things[0]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
