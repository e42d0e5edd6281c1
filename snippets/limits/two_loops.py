"""Two loops in two threads meet at a barrier; in a single loop the first visit would block the second.

两个线程里的两个事件循环在屏障处会合；换成单个事件循环，先到的会堵住后到的。
"""

import asyncio
import threading

meeting = threading.Barrier(2)  # opens when two threads wait at it
loops: dict[str, asyncio.AbstractEventLoop] = {}
threads: dict[str, str] = {}


async def visit(name: str) -> None:
    loops[name] = asyncio.get_running_loop()
    meeting.wait(timeout=30)  # blocks this loop's thread, not the other's
    await asyncio.sleep(0)
    threads[name] = threading.current_thread().name


def run_a_loop(name: str) -> None:
    asyncio.run(visit(name))


workers = [
    threading.Thread(target=run_a_loop, args=(name,), name=f"thread of {name}")
    for name in ("loop 1", "loop 2")
]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()

print("loop 1 ran in:", threads["loop 1"])
print("loop 2 ran in:", threads["loop 2"])
print("one and the same loop:", loops["loop 1"] is loops["loop 2"])

# Output:
# loop 1 ran in: thread of loop 1
# loop 2 ran in: thread of loop 2
# one and the same loop: False
