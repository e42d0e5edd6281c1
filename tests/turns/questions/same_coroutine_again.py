# My retry loop gets "cannot reuse already awaited coroutine" instead of the real error; why?
# Source: https://github.com/talkiq/gcloud-aio/pull/32
# Answer: The first await ran the coroutine to its end, with the error; the second one has nothing left to run: each try needs a new call.
import asyncio

calls = 0


async def insert():
    global calls
    calls += 1
    print("insert, call", calls)
    if calls < 3:
        raise ConnectionError("busy")
    return "inserted"


async def retry(make, pause=0.01):
    for attempt in range(1, 5):
        try:
            return await make()
        except Exception as error:
            print(attempt, type(error).__name__)
            await asyncio.sleep(pause)
            pause *= 2
    return "gave up"


async def main():
    request = insert()
    print(await retry(lambda: request))
    print(await retry(insert))


asyncio.run(main())
