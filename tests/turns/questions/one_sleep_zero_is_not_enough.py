# I yield with sleep(0), so why is the other task not finished afterwards?
# Source: https://github.com/python/cpython/issues/84977
# Answer: sleep(0) gives everybody who is ready one turn; the other task suspends twice and needs three turns.
import asyncio


async def publish(message):
    print("connecting")
    await asyncio.sleep(0)
    print("sending", message)
    await asyncio.sleep(0)
    print("sent", message)


async def main():
    task = asyncio.create_task(publish("hi"))
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
        print("after", turns, "sleep(0): done is", task.done())


asyncio.run(main())
