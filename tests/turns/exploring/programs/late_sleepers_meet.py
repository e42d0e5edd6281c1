"""Two sleepers with different deadlines, both late because a third task blocks.

Marks: program, clock (earlier), queue (earlier)

Why: After the blocking both timers are due. They are taken in order, but both may be taken before
the first wake-up, and then b's wake-up may run before a's. `blocked` is first in every queue
schedule.
"""

import asyncio
import time


async def sleeper(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(name)


async def blocker() -> None:
    time.sleep(0.2)
    print("blocked")


async def main() -> None:
    await asyncio.gather(sleeper("a", 0.05), sleeper("b", 0.1), blocker())


asyncio.run(main())

# Output:
# blocked
# a
# b
