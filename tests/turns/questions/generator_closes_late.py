# Why does the finally of my async generator run after the one around the loop?
# Source: https://github.com/python/cpython/issues/88684
# Answer: break only drops the generator; its aclose() is a task of the loop's own, which gets a turn when main next suspends.
import asyncio


async def rows():
    try:
        for number in range(10):
            yield number
    finally:
        print("cursor closed")


async def first():
    try:
        async for number in rows():
            print("row", number)
            break
    finally:
        print("connection closed")


async def main():
    await first()
    print("first is over")
    await asyncio.sleep(0)
    print("main is over")


asyncio.run(main())
