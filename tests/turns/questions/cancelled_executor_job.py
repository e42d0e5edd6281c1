# I have cancelled the job in the executor; why does it finish all the same?
# Source: https://github.com/python/cpython/issues/107505
# Answer: cancel() ends the waiting only; the thread is not stopped, prints when it is through, and asyncio.run waits for it at the end.
import asyncio
import time


def convert(name):
    print("converting", name)
    time.sleep(0.25)
    print("converted", name)


async def main():
    task = asyncio.create_task(asyncio.to_thread(convert, "film.avi"))
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print("main ends")


asyncio.run(main())
print("the program ends")
