# Why does my async code take as long as the synchronous one?
# Source: https://besthub.dev/articles/why-async-await-doesn-t-give-you-concurrency-and-how-to-make-it-work-efbc8f0259ec
# Answer: main waits for each fetch before it calls the next, so only one task exists and nothing else is ready; with gather there are three.
import asyncio
import time


async def fetch(city):
    print("asking", city)
    await asyncio.sleep(0.05)
    print("answer from", city)
    return len(city)


async def main():
    begin = time.perf_counter()
    for city in ("Oslo", "Rome", "Lima"):
        await fetch(city)
    one_by_one = time.perf_counter() - begin
    print("one by one")
    begin = time.perf_counter()
    await asyncio.gather(fetch("Oslo"), fetch("Rome"), fetch("Lima"))
    print("together is faster:", time.perf_counter() - begin < one_by_one)


asyncio.run(main())
