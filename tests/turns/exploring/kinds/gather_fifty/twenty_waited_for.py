# Kind: gather_fifty
# Right: program, proven: twenty tasks, awaited one after the other.
# Marks: program program
# Outcomes: 1
import asyncio


async def job(number):
    await asyncio.sleep(0.1)
    return number


async def main():
    tasks = [asyncio.create_task(job(n)) for n in range(20)]
    print([await task for task in tasks])
    print("done")


asyncio.run(main())
