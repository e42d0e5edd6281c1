"""A semaphore that starts at zero: acquiring waits for a release.

Marks: program, queue (earlier), program, program

Why: The waiter's first step and the giver's are ready together. `acquired` needs the release, and
`release` and `released` are printed in the turn that releases.
"""

import asyncio


async def waiter(semaphore: asyncio.Semaphore) -> None:
    print("acquire")
    await semaphore.acquire()
    print("acquired")


async def giver(semaphore: asyncio.Semaphore) -> None:
    print("release")
    semaphore.release()
    print("released")


async def main() -> None:
    semaphore = asyncio.Semaphore(0)
    await asyncio.gather(waiter(semaphore), giver(semaphore))


asyncio.run(main())

# Output:
# acquire
# release
# released
# acquired
