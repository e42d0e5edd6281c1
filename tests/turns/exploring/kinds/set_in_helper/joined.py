# Kind: set_in_helper
# Right: nobody: a set of strings in one.
# Marks: nobody|unknown
import asyncio


def words():
    return frozenset("alpha beta gamma delta".split())


async def main():
    print(" ".join(words()))


asyncio.run(main())
