# When does the handler of a signal run while a coroutine is busy?
# Source: https://matcohle.me/just-gracefully-shutdown
# Answer: add_signal_handler only puts the callback into the queue: it runs after the turn that is busy, and the event wakes main in a later one.
import asyncio
import signal


async def worker(stop):
    while not stop.is_set():
        print("work")
        await asyncio.sleep(0.03)
        if not stop.is_set():
            signal.raise_signal(signal.SIGTERM)
            print("the signal is out")
    print("worker sees it")


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(
        signal.SIGTERM, lambda: (print("handler"), stop.set())
    )
    task = asyncio.create_task(worker(stop))
    await stop.wait()
    print("main shuts down")
    await task


asyncio.run(main())
