# Kind: uncancel
# Right: program: a cancellation that is swallowed is over.
# Marks: program program program
import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            print("no")
            return


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.1)
    task.cancel()
    await task
    print("done", task.cancelled())
    print("end")


asyncio.run(main())
