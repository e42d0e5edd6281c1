# Kind: two_consumers
# Right: queue: which of two gets the word, and which the end.
# Marks: queue program
# Outcomes: 2
import asyncio


async def consume(name, queue, seen):
    while (item := await queue.get()) is not None:
        seen.append((name, item))


async def main():
    queue, seen = asyncio.Queue(), []
    for item in ("word", None, None):
        queue.put_nowait(item)
    await asyncio.gather(consume("a", queue, seen), consume("b", queue, seen))
    print(seen[0][0])
    seen.clear()


asyncio.run(main())
