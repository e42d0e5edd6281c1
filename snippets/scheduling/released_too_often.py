"""A release too many gives a semaphore a place that was never there; a bounded one raises an error instead.

多释放一次，信号量就凭空多出一个名额；有界信号量则会报错。
"""

import asyncio


async def enter(number: int, places: asyncio.Semaphore) -> None:
    async with places:
        print(f"guest {number}: in")
        await asyncio.sleep(0.01)


async def main() -> None:
    places = asyncio.Semaphore(1)
    places.release()  # nobody had acquired it
    guests = asyncio.gather(enter(1, places), enter(2, places))
    await asyncio.sleep(0)
    print("main: one place, two guests")
    await guests

    try:
        asyncio.BoundedSemaphore(1).release()
    except ValueError as error:
        print("bounded:", error)


asyncio.run(main())

# Output:
# guest 1: in
# guest 2: in
# main: one place, two guests
# bounded: BoundedSemaphore released too many times
