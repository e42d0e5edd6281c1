# Kind: uncancel
# Right: queue: who is cancelled and not any more sees it or does not.
# Marks: program|unknown queue|unknown
import asyncio

log = []


async def note(name):
    log.append(name)


async def sleeper():
    try:
        await asyncio.sleep(0.1)
        print("x")
        print("y")
    except asyncio.CancelledError:
        print("y")
        print("x")


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.gather(note("a"), note("b"))
    await asyncio.sleep(0)
    if log == ["b", "a"]:
        task.cancel()
        task.uncancel()
    await asyncio.wait([task])


asyncio.run(main())
