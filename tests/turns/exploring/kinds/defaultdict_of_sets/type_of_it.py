# Kind: defaultdict_of_sets
# Right: nobody: the type of another set makes one.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def main():
    kind = type({1})
    for name in kind(["ann", "bob", "cy"]):
        print(name)


asyncio.run(main())
