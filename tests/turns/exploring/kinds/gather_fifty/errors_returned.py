# Kind: gather_fifty
# Right: program, proven: errors are among the results.
# Marks: program program
# Outcomes: 1
import asyncio


async def job(number):
    await asyncio.sleep(0)
    if number % 3 == 0:
        raise ValueError(number)
    return number


async def main():
    results = await asyncio.gather(*map(job, range(10)), return_exceptions=True)
    print(len(results))
    print(results[1], type(results[0]).__name__)


asyncio.run(main())
