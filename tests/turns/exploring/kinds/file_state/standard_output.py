# Kind: file_state
# Right: queue: what was written to the standard output is a place in it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import sys

class Log:
    last = ""


async def work(name):
    await asyncio.sleep(0)
    sys.stdout.last = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if sys.stdout.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
