# SystemExit in the only task of a gather; why does main see a CancelledError?
# Source: https://github.com/python/cpython/issues/108549
# Answer: SystemExit leaves the loop in the task's turn; asyncio.run then cancels main, which still waits, and exits with the status.
import asyncio


async def fatal():
    print("fatal: giving up")
    raise SystemExit(4)


async def main():
    try:
        await asyncio.gather(fatal())
    except BaseException as error:
        print("main sees", type(error).__name__)
        raise


try:
    asyncio.run(main())
finally:
    print("outside")
