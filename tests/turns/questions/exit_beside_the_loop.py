# My coroutine in the loop's thread raises SystemExit; why does result() never come back?
# Source: https://chishengliu.com/posts/run-coroutine-threadsafe-systemexit
# Answer: SystemExit ends the loop of that thread at once, so the callback that would hand the result over gets no turn, and result() waits until its timeout.
import asyncio
import concurrent.futures
import threading


async def job(error):
    print("job raises", error.__name__)
    raise error


def run(loop):
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    except SystemExit:
        print("thread: the loop is over")


loop = asyncio.new_event_loop()
thread = threading.Thread(target=run, args=(loop,))
thread.start()
for error in (ValueError, SystemExit):
    future = asyncio.run_coroutine_threadsafe(job(error), loop)
    try:
        future.result(timeout=0.1)
    except concurrent.futures.TimeoutError:
        print("no result")
    except ValueError:
        print("caught ValueError")
thread.join()
