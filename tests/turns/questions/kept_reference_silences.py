# Why is the traceback of my task gone as soon as I keep the task in a variable?
# Source: https://github.com/python/asyncio/issues/397
# Answer: The task failed, and nobody awaits it; asyncio tells only when the task is destroyed, which a variable puts off.
import asyncio


async def upload(name):
    print("uploading", name)
    raise ConnectionError(name)


async def main():
    kept = asyncio.create_task(upload("photo"))
    await asyncio.sleep(0.01)
    print("no traceback so far")
    print("done:", kept.done())
    print("what it hides:", repr(kept.exception()))


asyncio.run(main())
