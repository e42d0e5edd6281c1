# In which order do done callbacks run, and why after the line that follows?
# Source: https://github.com/python/cpython/issues/75218
# Answer: When the task ends, its callbacks are put into the queue in the order in which they were added; main's wake-up is one of them, added last.
import asyncio


async def work():
    print("work")
    return 7


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(lambda t: print("callback A", t.result()))
    task.add_done_callback(lambda t: print("callback B", t.result()))
    print("awaited:", await task)
    task.add_done_callback(lambda _: print("callback C, added too late?"))
    print("C has been added")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
