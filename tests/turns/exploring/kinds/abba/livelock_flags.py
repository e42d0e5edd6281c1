# Kind: abba
# Right: `done` is not promised: if the pulse is over before both have looked, those look for ever.
# Marks: program|unknown !program
import asyncio

ready = False


async def watcher():
    while not ready:
        await asyncio.sleep(0)


async def pulse():
    global ready
    ready = True
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    ready = False


async def main():
    print("start")
    await asyncio.gather(watcher(), watcher(), pulse())
    print("done")


asyncio.run(main())
