# Kind: mock_leak
# Right: queue: a patched function of a standard module stays.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import json
from unittest import mock

patches = {name: mock.patch("json.dumps", lambda thing, name=name: name) for name in "ab"}


async def work(name):
    patches[name].start()


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if json.dumps(1) == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
