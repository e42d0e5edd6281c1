# gather() has raised; why does another of its tasks still print afterwards?
# Source: https://github.com/python/cpython/issues/75633
# Answer: gather hands on the first error and cancels nobody: the slow one still waits for its timer and prints when it is due.
import asyncio


async def slow():
    await asyncio.sleep(0.1)
    print("slow: I am still here")


async def broken():
    await asyncio.sleep(0.02)
    raise RuntimeError("broken")


async def main():
    try:
        await asyncio.gather(slow(), broken())
    except RuntimeError as error:
        print("gather raised", error)
    await asyncio.sleep(0.05)
    print("main has other work")
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
