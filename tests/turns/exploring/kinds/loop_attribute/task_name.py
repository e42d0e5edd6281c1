# Kind: loop_attribute
# Right: queue: a task has a name that can be set.
# Marks: program queue
# Outcomes: 2
import asyncio

tasks = []


async def work(name):
    tasks.append(asyncio.current_task())
    tasks[0].set_name(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if tasks[0].get_name() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
