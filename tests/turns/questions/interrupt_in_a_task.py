# A task raises KeyboardInterrupt; why does the server clean up but main's except block not run?
# Source: https://github.com/python/asyncio/issues/341
# Answer: KeyboardInterrupt leaves the loop in the watcher's turn; asyncio.run then cancels what is left and runs the loop again: the server ends, main gets the interrupt itself from the watcher's task.
import asyncio


async def watcher():
    await asyncio.sleep(0.02)
    print("watcher: enough")
    raise KeyboardInterrupt


async def server():
    try:
        await asyncio.sleep(1)
    finally:
        print("server: shut down")


async def main():
    tasks = [asyncio.create_task(server()), asyncio.create_task(watcher())]
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        print("main: cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("outside: interrupted")
