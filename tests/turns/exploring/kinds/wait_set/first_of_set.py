# Kind: wait_set
# Right: nobody: the first of a set is any.
# Marks: nobody|unknown
import asyncio


async def job(name):
    return name


async def main():
    done, _ = await asyncio.wait([asyncio.create_task(job(n)) for n in "abcd"])
    print(next(iter(done)).result())


asyncio.run(main())
