# Kind: loop_attribute
# Right: queue: a task carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

tasks = []


class Log:
    last = ""


async def work(name):
    tasks.append(asyncio.current_task())
    tasks[0].last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if tasks[0].last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
