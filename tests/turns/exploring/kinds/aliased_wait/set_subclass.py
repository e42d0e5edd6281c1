# Kind: aliased_wait
# Right: nobody: a class of the program's own is a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


class Guests(set):
    pass


async def main():
    guests = Guests(["ann", "bob", "cy"])
    for name in guests:
        print(name)


asyncio.run(main())
