# My handler is registered and the client started; why is it never called while my loop runs?
# Source: https://github.com/pyrogram/pyrogram/issues/545
# Answer: The while loop sleeps with time.sleep in main's turn: the handler is ready all the time and gets its turn only afterwards.
import asyncio
import time


async def start(updates, handler):
    async def pump():
        while (update := await updates.get()) is not None:
            handler(update)

    task = asyncio.create_task(pump())
    print("client started")
    return task


async def main():
    updates = asyncio.Queue()
    task = await start(updates, lambda text: print("handler:", text))
    updates.put_nowait("hello")
    looped = 0
    while looped < 3:
        print("looping...")
        time.sleep(0.02)
        looped += 1
    updates.put_nowait(None)
    await task
    print("client stopped")


asyncio.run(main())
