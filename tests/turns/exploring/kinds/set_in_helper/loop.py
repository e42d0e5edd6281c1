# Kind: set_in_helper
# Right: nobody: the order of a set of strings.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown nobody|unknown
import asyncio


def show(names):
    for name in names:
        print(name)


async def main():
    show({"ann", "bob", "cy", "dan"})


asyncio.run(main())
