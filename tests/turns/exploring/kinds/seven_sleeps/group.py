# Kind: seven_sleeps
# Right: queue: six sleepers in a group.
# Marks: program queue queue queue queue queue program
# Outcomes: 720
import asyncio


async def nap(number):
    await asyncio.sleep(0.1)
    print(number)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(6):
            group.create_task(nap(number))
    print("done")


asyncio.run(main())
