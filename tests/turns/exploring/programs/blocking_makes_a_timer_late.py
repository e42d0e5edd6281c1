"""A coroutine blocks the loop past another one's deadline.

Marks: program, queue (earlier), program, clock (earlier)

Why: `block` may come before `sleep`. `blocked` belongs to the same turn as `block`. The sleeper's
deadline is earlier than the end of the blocking, but the clock stands still while the blocking
step is ready: only firing the timer before that step prints `wake` before `blocked`.
"""

import asyncio
import time


async def sleeper() -> None:
    print("sleep")
    await asyncio.sleep(0.05)
    print("wake")


async def blocker() -> None:
    print("block")
    time.sleep(0.1)
    print("blocked")


async def main() -> None:
    await asyncio.gather(sleeper(), blocker())


asyncio.run(main())

# Output:
# sleep
# block
# blocked
# wake
