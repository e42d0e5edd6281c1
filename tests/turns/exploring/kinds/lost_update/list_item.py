# Kind: lost_update
# Right: two outcomes: the old item stands on the value stack while the coroutine waits.
# Marks: queue queue
# Outcomes: 2
import asyncio

cells = ["", ""]


async def later(text):
    await asyncio.sleep(0)
    return text


async def write(text):
    cells[0] = cells[0] + await later(text)


async def main():
    await asyncio.gather(write("a"), write("a"))
    print("cell", cells[0])
    print("end")


asyncio.run(main())
