# Twenty in a task group, each with a line before and after a turn of the others.
import asyncio


async def work(n):
    await asyncio.sleep(0.1)
    print("a", n)
    await asyncio.sleep(0)
    print("b", n)


async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(20):
            group.create_task(work(n))
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
