# Kind: thread_and_loop
# Right: unknown: a thread that the program starts itself.
# Marks: unknown unknown
import asyncio
import threading


async def main():
    thread = threading.Thread(target=print, args=["thread"])
    thread.start()
    print("main")
    await asyncio.sleep(0)
    thread.join()


asyncio.run(main())
