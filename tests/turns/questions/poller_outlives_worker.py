# Why does my poller go on as if nothing had happened when the background job has crashed?
# Source: https://www.joeltok.com/posts/2020-10-python-asyncio-create-task-fails-silently/
# Answer: The error stays in Task-2, which nobody awaits; main waits only for its own timers.
import asyncio


async def sync_prices():
    print("job: syncing")
    await asyncio.sleep(0.02)
    raise KeyError("price")


async def poll(times):
    for number in range(times):
        print("poll", number)
        await asyncio.sleep(0.05)


async def main():
    job = asyncio.create_task(sync_prices())
    await poll(3)
    print("the job is", "fine" if not job.done() else "finished")
    try:
        await job
    except KeyError as error:
        print("only now I hear of", repr(error))


asyncio.run(main())
