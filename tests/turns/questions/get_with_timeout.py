# Do I lose items when a get() with a timeout is just timing out?
# Source: https://github.com/python/asyncio/issues/201
# Answer: The timeout's deadline is before the producer's each time, so the cancelled get takes nothing; every item is got by a later get.
import asyncio


async def producer(queue):
    for number in range(2):
        await asyncio.sleep(0.1)
        await queue.put(number)


async def consumer(queue):
    got = misses = 0
    while got < 2:
        try:
            item = await asyncio.wait_for(queue.get(), timeout=0.06)
        except asyncio.TimeoutError:
            misses += 1
            print("nothing yet")
        else:
            got += 1
            print("got", item)
    print("items:", got, "- left over:", queue.qsize(), "- any misses:", misses > 0)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
