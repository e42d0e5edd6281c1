# Why does the code after the inner group run although the outer group is being cancelled?
# Source: https://github.com/python/cpython/issues/116720
# Answer: Both children fail in the same pass: the inner group takes the cancel for its own until Python 3.12, later ones hand the outer one on at the next await.
import asyncio


async def fail(name, go):
    await go.wait()
    print(name, "fails")
    raise ValueError(name)


async def inner(go):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("grandchild", go))
    except* ValueError:
        print("inner group is over")
    print("working on")
    await asyncio.sleep(0.02)
    print("worked on to the end")


async def main():
    go = asyncio.Event()
    asyncio.get_running_loop().call_later(0.02, go.set)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner(go))
            group.create_task(fail("child", go))
    except* ValueError as errors:
        print("outer:", len(errors.exceptions), "error")


asyncio.run(main())
