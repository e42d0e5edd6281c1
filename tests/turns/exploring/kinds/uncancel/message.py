# Kind: uncancel
# Right: queue: the first to cancel says why.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(*error.args)


async def cancel(task, why):
    await asyncio.sleep(0)
    task.cancel(why)


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.1)
    await asyncio.gather(cancel(task, "a"), cancel(task, "b"), task)
    print("end")


asyncio.run(main())
