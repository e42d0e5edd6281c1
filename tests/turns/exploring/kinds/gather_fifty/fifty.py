# Kind: gather_fifty
# Right: program, proven: gather keeps the order of its arguments.
# Marks: program program
# Outcomes: 1
import asyncio


async def job(number):
    await asyncio.sleep(number / 100)
    return number


async def main():
    print(sum(await asyncio.gather(*[job(n) for n in range(50)])))
    print("done")


asyncio.run(main())
