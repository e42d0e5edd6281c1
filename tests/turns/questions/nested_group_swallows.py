# Why does the code after the inner group run although the outer group is being cancelled?
# Source: https://github.com/python/cpython/issues/116720
# Answer: Both children fail in the same pass: the inner group takes the cancel for its own until Python 3.12, later ones hand the outer one on at the next await.
import asyncio


async def fail(name):
    await asyncio.sleep(0.02)
    print(name, "fails")
    raise ValueError(name)


async def inner():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("grandchild"))
    except* ValueError:
        print("inner group is over")
    print("working on")
    await asyncio.sleep(0.02)
    print("worked on to the end")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(fail("child"))
    except* ValueError as errors:
        print("outer:", len(errors.exceptions), "error")


asyncio.run(main())
