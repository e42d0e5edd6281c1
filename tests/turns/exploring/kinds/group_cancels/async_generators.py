# Kind: group_cancels
# Right: nobody: what is left of async generators is closed in the order of a set of weak references.
# Marks: program|unknown|nobody nobody|unknown|queue
import asyncio


async def source(name):
    try:
        yield 1
        yield 2
    finally:
        print(name)


async def main():
    global left
    left = [source(name) for name in "ab"]
    for one in left:
        await anext(one)


asyncio.run(main())
