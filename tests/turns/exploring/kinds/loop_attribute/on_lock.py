# Kind: loop_attribute
# Right: queue: a lock carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

lock = asyncio.Lock()


class Log:
    last = ""


async def work(name):
    await asyncio.sleep(0)
    lock.last = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if lock.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
