"""Two tasks sleep beside each other, one longer.

Marks: program, queue (earlier), clock (earlier), clock (earlier), program

Why: `large: on`: large's first step may run first. `small: off`: the clock stands still while
large's first step is ready; firing small's timer before it prints `small: off` before `large:
on`. `large: off`: firing large's timer first. `end`: gather waits for both.
"""

import asyncio


async def boil(name: str, seconds: float) -> None:
    print(f"{name}: on")
    await asyncio.sleep(seconds)
    print(f"{name}: off")


async def main() -> None:
    await asyncio.gather(boil("small", 0.05), boil("large", 0.1))
    print("end")


asyncio.run(main())

# Output:
# small: on
# large: on
# small: off
# large: off
# end
