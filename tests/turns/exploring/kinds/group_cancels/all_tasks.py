# Kind: group_cancels
# Right: nobody: all_tasks is a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name)


async def main():
    for name in "abc":
        asyncio.create_task(work(name))
    await asyncio.sleep(0.1)
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
        await task


asyncio.run(main())
