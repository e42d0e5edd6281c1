# Kind: thread_and_loop
# Right: unknown: a thread and the loop print at the same time.
# Marks: unknown unknown unknown
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def work():
        loop.call_soon_threadsafe(print, "loop")
        print("thread")

    await asyncio.to_thread(work)
    print("end")


asyncio.run(main())
