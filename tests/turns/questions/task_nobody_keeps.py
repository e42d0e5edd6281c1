# The documentation says that a task may disappear if I keep no reference; why does mine go on?
# Source: https://github.com/python/cpython/issues/117379
# Answer: While it sleeps, the loop's timer holds the future that holds the task: it is made ready by its deadline, whatever is collected.
import asyncio
import gc


async def clock():
    for tick in range(3):
        print("tick", tick)
        await asyncio.sleep(0.06)


async def main():
    asyncio.create_task(clock())
    for _ in range(3):
        await asyncio.sleep(0.09)
        print("collecting")
        gc.collect()


asyncio.run(main())
