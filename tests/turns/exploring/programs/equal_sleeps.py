"""Two sleeps with equal deadlines.

Marks: program, queue (earlier), program

Why: Both timers are due together, so b's timer and b's wake-up may run before a's wake-up.
"""

import asyncio


async def sleeper(name: str) -> None:
    await asyncio.sleep(0.05)
    print(name)


async def main() -> None:
    await asyncio.gather(sleeper("a"), sleeper("b"))
    print("end")


asyncio.run(main())

# Output:
# a
# b
# end
