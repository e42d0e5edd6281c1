# Kind: wait_set
# Right: nobody: pop takes any.
# Marks: program|unknown|nobody nobody|unknown
import asyncio


async def job(name):
    return name


async def main():
    done, _ = await asyncio.wait([asyncio.create_task(job(n)) for n in "ab"])
    while done:
        print(done.pop().result())


asyncio.run(main())
