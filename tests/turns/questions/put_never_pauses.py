# Why does my consumer see nothing until the producer has produced everything?
# Source: https://github.com/python/cpython/issues/87285
# Answer: put() on a queue without a bound never suspends, so the producer keeps its turn until it ends; sleep(0) or a maxsize would give it up.
import asyncio


async def produce(queue):
    for number in range(3):
        print("put", number)
        await queue.put(number)
    await queue.put(None)
    print("producer is through")


async def consume(queue):
    while (number := await queue.get()) is not None:
        print("got", number)


async def main():
    for bound in (0, 1):
        print("maxsize", bound)
        queue = asyncio.Queue(bound)
        await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())
