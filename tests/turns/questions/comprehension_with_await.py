# Is an async comprehension concurrent, or does each item wait for the one before?
# Source: https://geek-qa.imtqy.com/questions/212007/index.html
# Answer: Each item is awaited before the next begins; in between other tasks may have turns, here the counter's.
import asyncio


async def numbers():
    for number in range(2):
        await asyncio.sleep(0.1)
        print("made", number)
        yield number


async def square(number):
    await asyncio.sleep(0.05)
    print("squared", number)
    return number * number


async def counter():
    for second in range(2):
        await asyncio.sleep(0.2)
        print("meanwhile", second)


async def main():
    task = asyncio.create_task(counter())
    print([await square(number) async for number in numbers()])
    await task


asyncio.run(main())
