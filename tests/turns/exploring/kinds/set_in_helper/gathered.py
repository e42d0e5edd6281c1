# Kind: set_in_helper
# Right: nobody: which job is started first.
# Marks: program|unknown|nobody nobody|unknown|queue nobody|unknown|queue
import asyncio


async def job(name):
    print(name)


async def main():
    await asyncio.gather(*map(job, {"a", "b", "c"}))


asyncio.run(main())
