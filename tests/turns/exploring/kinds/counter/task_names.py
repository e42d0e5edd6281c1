# Kind: counter
# Right: two outcomes; the names that asyncio gives to tasks count on: who creates its child first has the lower number.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def child():
    pass


async def parent(name):
    await asyncio.sleep(0)
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    kept.append((name, task.get_name()))


async def main():
    await asyncio.gather(parent("a"), parent("b"))
    for name, task in sorted(kept):
        print(name, task)


kept = []
asyncio.run(main())
