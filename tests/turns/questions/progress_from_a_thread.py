# Why does my progress callback come after the await of the executor has returned?
# Source: https://github.com/python/cpython/issues/144506
# Answer: The thread hands both over with call_soon_threadsafe, progress first; whether progress needs one turn more than the result depends on the Python.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    seen = []

    def work():
        for part in ("half", "full"):
            time.sleep(0.03)
            loop.call_soon_threadsafe(report, part)
        time.sleep(0.03)
        return "file"

    def report(part):
        seen.append(part)
        print("progress:", part)

    print("result:", await loop.run_in_executor(None, work))
    print("seen before the result:", seen)


asyncio.run(main())
