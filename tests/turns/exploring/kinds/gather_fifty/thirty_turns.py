# Kind: gather_fifty
# Right: program, proven: thirty tasks of one turn.
# Marks: program program
# Outcomes: 1
import asyncio


async def job(number):
    return number


async def main():
    print(await asyncio.gather(*[job(n) for n in range(30)]))
    print("done")


asyncio.run(main())
