# Kind: group_cancels
# Right: nobody: asyncio.run cancels what is left in the order of a set.
# Marks: program clock|unknown nobody|unknown|queue nobody|unknown|queue
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name)


async def main():
    global tasks
    tasks = [asyncio.create_task(work(name)) for name in "abc"]
    await asyncio.sleep(0.1)
    print("end of main")


asyncio.run(main())
