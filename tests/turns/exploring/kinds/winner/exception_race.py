# Kind: winner
# Right: two outcomes; which of two errors comes first.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def fail(error):
    await asyncio.sleep(0)
    raise error


async def main():
    try:
        await asyncio.gather(fail(KeyError("k")), fail(ValueError("v")))
    except Exception as error:
        print(type(error).__name__)
    print("end")


asyncio.run(main())
