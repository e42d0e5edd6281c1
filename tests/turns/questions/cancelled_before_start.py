# Why does neither the body nor the except block of my cancelled task run?
# Source: https://github.com/python/cpython/issues/98275
# Answer: main cancels it in the same turn in which it was created: its first turn raises CancelledError before its first line.
import asyncio


async def backup():
    try:
        print("backup begins")
        await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        print("backup tidies up")
        raise
    finally:
        print("backup is over")


async def main():
    for pause in (None, 0):
        task = asyncio.create_task(backup())
        if pause is not None:
            await asyncio.sleep(pause)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled, with a pause:", pause is not None)


asyncio.run(main())
