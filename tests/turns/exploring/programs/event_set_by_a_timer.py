"""A timer sets an event; another task sleeps longer.

Marks: program, clock (earlier), program

Why: 0.05 against 0.2: only firing the sleeper's timer early reverses. gather waits for both.
"""

import asyncio


async def waiter(event: asyncio.Event) -> None:
    await event.wait()
    print("waiter")


async def sleeper() -> None:
    await asyncio.sleep(0.2)
    print("sleeper")


async def main() -> None:
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.05, event.set)
    await asyncio.gather(waiter(event), sleeper())
    print("end")


asyncio.run(main())

# Output:
# waiter
# sleeper
# end
