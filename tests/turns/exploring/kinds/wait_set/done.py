# Kind: wait_set
# Right: nobody: asyncio.wait returns a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown nobody|unknown
import asyncio


async def job(number):
    return number


async def main():
    done, _ = await asyncio.wait([asyncio.create_task(job(n)) for n in range(4)])
    for task in done:
        print(task.result())


asyncio.run(main())
