# Kind: aliased_wait
# Right: nobody: the builtin has another name.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio

unique = set


async def main():
    for name in unique(["ann", "bob", "cy"]):
        print(name)


asyncio.run(main())
