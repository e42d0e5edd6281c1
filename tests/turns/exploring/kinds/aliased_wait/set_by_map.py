# Kind: aliased_wait
# Right: nobody: a set is made by a function that is handed on.
# Marks: nobody|unknown
import asyncio


async def main():
    for names in map(frozenset, [["ann", "bob", "cy"]]):
        print(*names)


asyncio.run(main())
