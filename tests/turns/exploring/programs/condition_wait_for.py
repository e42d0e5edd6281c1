"""A consumer waits for a condition that a producer makes true.

Marks: program, queue (earlier), program

Why: The producer may run first. The item is there only from the turn on in which `put` is
printed.
"""

import asyncio

items: list[str] = []


async def consumer(condition: asyncio.Condition) -> None:
    async with condition:
        print("look")
        await condition.wait_for(lambda: items)
        print("got", items.pop())


async def producer(condition: asyncio.Condition) -> None:
    async with condition:
        items.append("apple")
        print("put")
        condition.notify()


async def main() -> None:
    condition = asyncio.Condition()
    await asyncio.gather(consumer(condition), producer(condition))


asyncio.run(main())

# Output:
# look
# put
# got apple
