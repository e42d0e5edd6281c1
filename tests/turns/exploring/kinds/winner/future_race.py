# Kind: winner
# Right: two outcomes; whoever sets the future first wins.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def run(name, result):
    await asyncio.sleep(0)
    if not result.done():
        result.set_result(name)


async def main():
    result = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        group.create_task(run("a", result))
        group.create_task(run("b", result))
    print("won by", await result)
    print("end")


asyncio.run(main())
