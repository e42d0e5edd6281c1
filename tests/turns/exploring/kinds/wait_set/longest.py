# Kind: wait_set
# Right: nobody: of two that are equally long, max takes the first that it meets.
# Marks: nobody|unknown program|unknown|nobody
import asyncio


async def job(name):
    return name


async def main():
    done, _ = await asyncio.wait([asyncio.create_task(job(n)) for n in ("ab", "cd", "e")])
    print(max(done, key=lambda task: len(task.result())).result())
    print("end")


asyncio.run(main())
