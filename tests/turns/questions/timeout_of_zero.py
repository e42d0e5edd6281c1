# timeout(0) has already passed; why does the code inside still run?
# Source: https://github.com/python/cpython/issues/95051
# Answer: The deadline is only a timer: it needs a turn of its own, which comes when the task suspends.
import asyncio


async def main():
    for steps in (0, 1, 3):
        done = 0
        try:
            async with asyncio.timeout(0):
                print("inside")
                for done in range(1, steps + 1):
                    await asyncio.sleep(0)
                    print("step", done)
        except TimeoutError:
            print("stopped after", done, "of", steps)
        else:
            print("not stopped at", steps)


asyncio.run(main())
