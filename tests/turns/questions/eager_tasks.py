# Why does everything print in another order since I switched to eager tasks?
# Source: https://github.com/python/cpython/pull/102853
# Answer: An eager task runs inside create_task until it first suspends; a lazy one begins when main suspends.
# Python: 3.12
import asyncio


async def cached(key):
    print("looking for", key)
    if key != "a":
        await asyncio.sleep(0)
        print("fetched", key)
    return key


async def main():
    loop = asyncio.get_running_loop()
    for factory in (None, asyncio.eager_task_factory):
        loop.set_task_factory(factory)
        print("eager" if factory else "lazy")
        tasks = [asyncio.create_task(cached(key)) for key in "ab"]
        print("created, done:", [task.done() for task in tasks])
        print(await asyncio.gather(*tasks))


asyncio.run(main())
