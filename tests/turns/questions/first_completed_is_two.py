# I wait for FIRST_COMPLETED; why are there two tasks in `done`?
# Source: https://github.com/python/cpython/issues/83852
# Answer: wait() is told of the first end by a callback; before main has its turn, the other one, ready in the same pass, has ended, too.
import asyncio


async def mirror(name):
    await asyncio.sleep(0)
    print(name, "answers")
    return name


async def main():
    tasks = [asyncio.create_task(mirror(name)) for name in ("north", "south")]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("done:", len(done), "pending:", len(pending))
    print(sorted(task.result() for task in done))
    tasks[1].cancel()
    print("too late to cancel:", not tasks[1].cancelled())


asyncio.run(main())
