"""A loop that is closed while a task waits leaves it pending for ever; asyncio.run() cancels such tasks first.

任务还在等，事件循环就关了，它便永远停在那里；asyncio.run() 会先把这样的任务取消。
"""

import asyncio
import gc


async def wait_for_ever() -> None:
    await asyncio.Event().wait()


async def main(tasks: list[asyncio.Task[None]]) -> None:
    tasks.append(asyncio.create_task(wait_for_ever()))
    await asyncio.sleep(0)


tasks: list[asyncio.Task[None]] = []
asyncio.run(main(tasks))
print("asyncio.run(): cancelled is", tasks.pop().cancelled())

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda _, context: print("closed by hand:", context["message"]))
loop.run_until_complete(main(tasks))
loop.close()
tasks.clear()
gc.collect()

# Output:
# asyncio.run(): cancelled is True
# closed by hand: Task was destroyed but it is pending!
