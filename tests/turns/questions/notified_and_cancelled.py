# notify() woke a task that was being cancelled; why does nobody take the parcel?
# Source: https://github.com/python/cpython/issues/112202
# Answer: notify() made the first waiter ready and cancel() hit it before its turn, so the wake-up went to a task that ends; newer Pythons pass it on to the next waiter.
import asyncio


async def worker(name, condition, parcels):
    async with condition:
        while not parcels:
            print(name, "waits")
            await condition.wait()
        print(name, "takes the", parcels.pop())


async def main():
    condition, parcels = asyncio.Condition(), []
    tasks = [asyncio.create_task(worker(n, condition, parcels)) for n in ("first", "second")]
    await asyncio.sleep(0.01)
    async with condition:
        parcels.append("parcel")
        condition.notify()
        tasks[0].cancel()
    await asyncio.sleep(0.05)
    print("first cancelled:", tasks[0].cancelled(), "- nobody took:", parcels)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
