# Kind: abba
# Right: two outcomes: the setter gives up if nobody asked yet.
# Marks: queue
# Outcomes: 2
# Ends: finished deadlock
import asyncio

asked = []


async def ask():
    future = asyncio.get_running_loop().create_future()
    asked.append(future)
    print("answer", await future)


async def reply():
    if asked:
        asked[0].set_result(42)


async def main():
    await asyncio.gather(ask(), reply())


asyncio.run(main())
