# Two writers reserve a place in a log and write there later, as in its cookbook.
# Home: simloop
import asyncio


async def write(log, payload):
    index = len(log)
    await asyncio.sleep(0.01)
    log[index : index + 1] = [payload]


async def batch(log, name):
    for n in range(2):
        await write(log, f"{name}{n}")


async def main():
    log = []
    await asyncio.gather(batch(log, "a"), batch(log, "b"))
    print(*log)


if __name__ == "__main__":
    asyncio.run(main())
