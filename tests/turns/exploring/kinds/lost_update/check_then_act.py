# Kind: lost_update
# Right: two outcomes: both see no file and create it, or the second sees it.
# Marks: queue queue
# Outcomes: 2
import asyncio

files = set()
made = 0


async def create(name):
    global made
    if name not in files:
        await asyncio.sleep(0)
        files.add(name)
        made += 1


async def main():
    await asyncio.gather(create("log"), create("log"))
    print("made", made)
    print("end")


asyncio.run(main())
