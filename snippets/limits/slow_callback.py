"""Debug mode names the turn that held the loop for too long.

调试模式会指出是哪一个轮次占住事件循环太久。
"""

import asyncio
import logging
import sys
import time


def about_load_settings(record: logging.LogRecord) -> bool:
    """On a busy machine any turn may take long; keep the report about the one we made slow."""
    return "load_settings() done" in record.getMessage()


async def load_settings() -> None:
    time.sleep(0.15)  # blocks: nothing else gets a turn


async def main() -> None:
    await asyncio.create_task(load_settings())
    print("main: settings loaded")


logging.basicConfig(stream=sys.stdout, format="%(levelname)s: %(message)s")
logging.getLogger("asyncio").addFilter(about_load_settings)
asyncio.run(main(), debug=True)

# Output:
# WARNING: Executing <Task finished ... coro=<load_settings() ...> took ... seconds
# main: settings loaded
