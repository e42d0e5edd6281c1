# Kind: queue_join
# Right: deadlock, proven: nobody says that an item is done.
# Marks: program program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    print("got", await queue.get())
    print("joining")
    await queue.join()
    print("joined")


asyncio.run(main())
