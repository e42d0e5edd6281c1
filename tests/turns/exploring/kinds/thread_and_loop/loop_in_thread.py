# Kind: thread_and_loop
# Right: unknown: a loop in a thread.
# Marks: unknown unknown
import asyncio
import threading


async def job(name):
    print(name)


thread = threading.Thread(target=lambda: asyncio.run(job("thread")))
thread.start()
asyncio.run(job("main"))
thread.join()
