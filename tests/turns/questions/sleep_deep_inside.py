# I have replaced every request by an async one; why do the timers still come late?
# Source: https://dev.to/_eb7f2a654e97a60ae9f96e/3-hour-debugging-how-timesleep-in-async-functions-killed-our-asyncio-concurrency-43c3
# Answer: parse() is called without an await and sleeps in time.sleep: its turn holds the loop for 0.12 s, so the heartbeat due at 0.05 s runs after it.
import asyncio
import time


def throttle():
    time.sleep(0.12)


def parse(page):
    throttle()
    return page.upper()


async def crawl(page):
    await asyncio.sleep(0.02)
    print("parsing", page)
    print("parsed", parse(page))


async def heartbeat(begin):
    for _ in range(2):
        await asyncio.sleep(0.05)
        late = time.monotonic() - begin > 0.1
        print("heartbeat", "late" if late else "in time")
        begin += 0.05


async def main():
    await asyncio.gather(heartbeat(time.monotonic()), crawl("index"))


asyncio.run(main())
