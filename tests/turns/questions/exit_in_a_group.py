# sys.exit() in a task of a group ends my program; what becomes of the other tasks?
# Source: https://github.com/python/cpython/issues/101515
# Answer: SystemExit leaves the loop at once; asyncio.run then cancels the tasks that are left and lets them clean up, and the status is 3.
import asyncio
import sys


async def guard():
    await asyncio.sleep(0.02)
    print("guard: closing the shop")
    sys.exit(3)


async def clerk():
    try:
        print("clerk: at work")
        await asyncio.sleep(1)
    finally:
        print("clerk: goes home")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(clerk())
            group.create_task(guard())
    finally:
        print("main: lights out")


asyncio.run(main())
