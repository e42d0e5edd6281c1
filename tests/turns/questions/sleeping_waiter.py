# Why do my two gathered workers run one after the other?
# Source: https://docs.bswen.com/blog/2026-04-20-time-sleep-vs-asyncio-sleep
# Answer: time.sleep holds the thread: each worker's turn lasts until it ends, and the other stays ready behind it.
import asyncio
import time


async def waiter(name):
    print(name, "takes the order")
    time.sleep(0.05)
    print(name, "brings the dish")


async def main():
    await asyncio.gather(waiter("Ann"), waiter("Ben"))
    print("everybody is served")


asyncio.run(main())
