# Kind: mutual_exclusion
# Right: a flag that is asked before it is set, in one turn, is a lock; the line between is another's in the schedule in which nobody waits.
# Marks: program queue queue queue
# Between: none
import asyncio

busy = False


async def work(name):
    global busy
    while busy:
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    busy = True
    print("in", name)
    await asyncio.sleep(0)
    print("out", name)
    busy = False


async def main():
    await asyncio.gather(work("a"), work("b"))


asyncio.run(main())
