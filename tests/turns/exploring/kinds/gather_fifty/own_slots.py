# Kind: gather_fifty
# Right: program, proven: each writes into a slot of its own.
# Marks: program program
# Outcomes: 1
import asyncio


async def job(number, slots):
    await asyncio.sleep(0)
    slots[number] = number * number


async def main():
    slots = [0] * 12
    await asyncio.gather(*[job(n, slots) for n in range(12)])
    print(slots)
    print("done")


asyncio.run(main())
