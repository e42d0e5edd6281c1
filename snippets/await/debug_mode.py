"""Debug mode logs a turn that took too long, with the name of the coroutine that held the thread.

调试模式会记录耗时过长的轮次，并给出占住线程的协程名。
"""

import asyncio
import logging
import time


class Report(logging.Handler):
    """Prints what asyncio says about the culprit, and not what a busy machine adds to it."""

    def emit(self, record: logging.LogRecord) -> None:
        if "hold_the_thread() done" in record.getMessage():
            print(record.getMessage())


async def hold_the_thread() -> None:
    time.sleep(0.15)


async def main() -> None:
    await asyncio.create_task(hold_the_thread())


logging.getLogger("asyncio").addHandler(Report())
asyncio.run(main(), debug=True)

# Output:
# Executing <Task finished name='Task-2' coro=<hold_the_thread() done, ...> took ... seconds
