# Kind: random_choice
# Right: nobody: bound methods are sorted by their texts.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


class Thing:
    def go(self):
        pass


one, two = Thing(), Thing()


async def main():
    if sorted([one.go, two.go], key=str)[0] == one.go:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
