"""Two consumers share a queue: who gets what may change, which item goes first may not.

Marks: program, queue (missing), queue (missing)

Why: If b gets 2, then 1 has been taken before; a took it and printed in that turn. Where b is first
it prints `b got 1`, and both lines are missing. Both puts and their line are one turn.
"""

import asyncio


async def consumer(name: str, queue: asyncio.Queue[int]) -> None:
    print(name, "got", await queue.get())


async def producer(queue: asyncio.Queue[int]) -> None:
    await queue.put(1)
    await queue.put(2)
    print("put both")


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    await asyncio.gather(consumer("a", queue), consumer("b", queue), producer(queue))


asyncio.run(main())

# Output:
# put both
# a got 1
# b got 2
