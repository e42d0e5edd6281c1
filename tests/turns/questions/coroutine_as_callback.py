# add_done_callback takes my async function; why does its body never run?
# Source: https://github.com/aio-libs/aiokafka/issues/763
# Answer: The callback is called, but calling it only makes a coroutine, which nobody awaits; a plain callback that creates a task works.
import asyncio


async def commit():
    await asyncio.sleep(0.01)
    return "committed"


async def on_done(task):
    print("on_done:", task.result())


async def main():
    first = asyncio.create_task(commit())
    first.add_done_callback(on_done)
    await first
    await asyncio.sleep(0.01)
    print("nothing was printed")
    second = asyncio.create_task(commit())
    second.add_done_callback(lambda task: asyncio.ensure_future(on_done(task)))
    await second
    await asyncio.sleep(0.01)
    print("main ends")


asyncio.run(main())
