# Kind: set_in_helper
# Right: nobody: max takes the first of the longest.
# Marks: nobody|unknown
import asyncio


async def main():
    print(max({"one", "two", "six", "ten", "off", "and"}, key=len))


asyncio.run(main())
