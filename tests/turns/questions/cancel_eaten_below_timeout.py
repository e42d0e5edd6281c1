# Why is there no TimeoutError although the time is long over?
# Source: https://github.com/python/cpython/issues/111379
# Answer: The timeout cancels foo's wait at 0.03 s, and with it the awaited task; that one swallows the cancel and returns, so foo goes on.
import asyncio


async def bar():
    print("in bar")
    try:
        while True:
            await asyncio.sleep(0.2)
    except asyncio.CancelledError:
        print("bar was cancelled")


async def foo():
    task = asyncio.create_task(bar())
    try:
        async with asyncio.timeout(0.03) as limit:
            await task
        print("no error; expired:", limit.expired())
    except TimeoutError:
        print("foo: timeout")
    print("foo ends")


asyncio.run(foo())
