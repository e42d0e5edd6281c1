# Kind: random_choice
# Right: nobody: two objects are compared by their addresses.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


class Thing:
    pass


one, two = Thing(), Thing()


async def main():
    if f"{one}" < f"{two}":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
