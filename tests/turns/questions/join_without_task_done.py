# Why does queue.join() never come back although the queue is empty?
# Source: https://mortalapps.com/python/async-python/asyncio-queue/
# Answer: join waits until task_done() has been called once per item; the worker never calls it, and nobody is left who could.
# Reality: hangs, because nobody calls task_done
import asyncio


async def postman(letters):
    for street in ("Elm", "Oak"):
        await letters.put(street)
        print("posted", street)
    await letters.put(None)


async def sorter(letters):
    while (street := await letters.get()) is not None:
        print("sorted", street)
    print("the bag is empty:", letters.empty())


async def main():
    letters = asyncio.Queue()
    await asyncio.gather(postman(letters), sorter(letters))
    print("waiting until all is delivered")
    await letters.join()
    print("all is delivered")


asyncio.run(main())
