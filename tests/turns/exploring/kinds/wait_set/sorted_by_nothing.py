# Kind: wait_set
# Right: nobody: what sorting finds equal stays in the order of the set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def job(name):
    return name


async def main():
    done, _ = await asyncio.wait([asyncio.create_task(job(n)) for n in "abc"])
    for task in sorted(done, key=lambda task: len(task.result())):
        print(task.result())


asyncio.run(main())
