# I keep my async generator in a variable; why is it closed only when the program ends?
# Source: https://github.com/python/cpython/issues/80630
# Answer: The variable keeps it alive until main has ended; then asyncio.run closes the generators that are left, before it returns.
import asyncio
import contextlib


@contextlib.asynccontextmanager
async def connection(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


async def readings():
    async with connection("sensor"):
        yield 20
        yield 21


stream = readings()


async def main():
    async for value in stream:
        print("value", value)
        if value == 20:
            break
    await asyncio.sleep(0.01)
    print("main ends")


asyncio.run(main())
print("run has returned")
