# Kind: set_in_helper
# Right: nobody: equally long words stay in the order of the set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def main():
    for word in sorted({"one", "two", "six"}, key=len):
        print(word)


asyncio.run(main())
