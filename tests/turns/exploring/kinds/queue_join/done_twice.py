# Kind: queue_join
# Right: it fails: done is said once too often.
# Marks: program
# Outcomes: 1
# Ends: failed
import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    print("got", await queue.get())
    queue.task_done()
    queue.task_done()
    print("never")


asyncio.run(main())
