# Kind: wait_set
# Right: nobody: before Python 3.13 as_completed made a set of the coroutines that it starts; queue on newer ones.
# Marks: nobody|unknown|program nobody|unknown|queue nobody|unknown|queue
import asyncio


async def job(name):
    print(name)


async def main():
    for one in asyncio.as_completed([job("a"), job("b"), job("c")]):
        await one


asyncio.run(main())
