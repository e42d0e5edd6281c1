"""A blocked loop makes timers late; those that are overdue together still fire by deadline.

循环被阻塞，定时器就会迟到；一起过期的，仍然按到期时间触发。
"""

import asyncio
import time


async def main() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    done = loop.create_future()

    def fire(due: float) -> None:
        late = loop.time() - start - due
        print(f"due at {due:.2f} s, at least 0.05 s late: {late >= 0.05}")

    loop.call_at(start + 0.10, fire, 0.10)
    loop.call_at(start + 0.05, fire, 0.05)
    loop.call_at(start + 0.15, done.set_result, None)
    time.sleep(0.20)  # blocks the loop beyond all three deadlines
    print("main: the loop was blocked until now")
    await done


asyncio.run(main())

# Output:
# main: the loop was blocked until now
# due at 0.05 s, at least 0.05 s late: True
# due at 0.10 s, at least 0.05 s late: True
