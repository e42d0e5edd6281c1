"""Cancelling what awaits a thread succeeds while the thread works on; only the pool's own future says no.

取消等待线程的那个 Future 会成功，线程照样干活；只有线程池自己的 Future 才会说不行。
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


async def main() -> None:
    begun, end = threading.Event(), threading.Event()

    def job() -> None:
        begun.set()
        end.wait()

    with ThreadPoolExecutor(1) as pool:
        job_of_pool = pool.submit(job)
        awaited = asyncio.wrap_future(job_of_pool)
        begun.wait()
        print("concurrent.futures.Future.cancel():", job_of_pool.cancel())
        print("asyncio.Future.cancel():", awaited.cancel())
        print("asyncio counts it as cancelled:", awaited.cancelled())
        print("the job is running:", job_of_pool.running())
        end.set()


asyncio.run(main())

# Output:
# concurrent.futures.Future.cancel(): False
# asyncio.Future.cancel(): True
# asyncio counts it as cancelled: True
# the job is running: True
