# Why do two tasks get the same number from my barrier?
# Source: https://github.com/python/cpython/issues/155233
# Answer: The number is how many were inside when a task came; one was cancelled meanwhile, so the next got its neighbour's number.
import asyncio


async def runner(name, barrier):
    try:
        number = await barrier.wait()
    except asyncio.CancelledError:
        print(name, "goes home")
    else:
        print(name, "starts as", number)


async def main():
    barrier = asyncio.Barrier(3)
    ann, ben = (asyncio.create_task(runner(name, barrier)) for name in ("Ann", "Ben"))
    await asyncio.sleep(0)
    ann.cancel()
    await asyncio.sleep(0)
    late = [asyncio.create_task(runner(name, barrier)) for name in ("Cat", "Dan")]
    await asyncio.gather(ann, ben, *late)


asyncio.run(main())
