"""An interpreter pool stays in this process, and yet shares no variables with it.

子解释器池就在本进程里，却不和本进程共用变量。
"""

import asyncio
import os
from concurrent.futures import InterpreterPoolExecutor

orders = ["tea"]


def take(order: str) -> tuple[int, int]:
    orders.append(order)
    return os.getpid(), len(orders)


async def main() -> None:
    orders.append("coffee")
    loop = asyncio.get_running_loop()
    with InterpreterPoolExecutor(max_workers=1) as pool:
        process, there = await loop.run_in_executor(pool, take, "soup")
    print("same process:", process == os.getpid())
    print("orders there:", there)
    print("orders here:", len(orders))


if __name__ == "__main__":  # the other interpreter imports this file
    asyncio.run(main())

# Requires: Python 3.14

# Output:
# same process: True
# orders there: 2
# orders here: 2
