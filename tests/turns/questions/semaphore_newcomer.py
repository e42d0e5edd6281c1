# Can a task that has just come overtake those that wait at the semaphore?
# Source: https://github.com/python/cpython/pull/93222
# Answer: No: release() gives the place to the first waiter, and the newcomer has to queue as long as somebody waits.
import asyncio


async def guest(name, tables, stays):
    if tables.locked():
        print(name, "waits")
    async with tables:
        print(name, "sits down")
        await asyncio.sleep(stays)
        print(name, "leaves")


async def main():
    tables = asyncio.Semaphore(1)
    async with asyncio.TaskGroup() as group:
        for name in ("Ada", "Bea", "Cleo"):
            group.create_task(guest(name, tables, 0.1))
        await asyncio.sleep(0.15)
        group.create_task(guest("Dora, just come,", tables, 0.05))


asyncio.run(main())
