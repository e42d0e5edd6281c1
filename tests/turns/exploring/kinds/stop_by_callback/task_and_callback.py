# Kind: stop_by_callback
# Right: queue: a task and a callback have no order that is documented.
# Marks: program queue program|queue
import asyncio


async def job():
    print("task")


async def main():
    loop = asyncio.get_running_loop()
    end = loop.create_future()
    task = loop.create_task(job())
    loop.call_soon(lambda: (print("callback"), end.set_result(None)))
    await asyncio.gather(task, end)
    print("end")


asyncio.run(main())
