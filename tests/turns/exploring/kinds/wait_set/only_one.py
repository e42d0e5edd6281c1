# Kind: wait_set
# Right: program: a set of one has one order; the length of it has none.
# Marks: program|unknown program|unknown
import asyncio


async def job(name):
    return name


async def main():
    done, pending = await asyncio.wait([asyncio.create_task(job("a"))])
    for task in done:
        print(task.result())
    print(len(done), len(pending))


asyncio.run(main())
