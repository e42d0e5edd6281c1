# The event is cleared in the line after set(); do the waiters wake up at all?
# Source: https://stackoverflow.com/questions/75241063/clarify-asyncio-event-semantics
# Answer: set() has made them ready already, and clear() takes nobody back: they run in their next turn and find the event cleared.
import asyncio


async def passenger(name, door):
    await door.wait()
    print(name, "gets in, the door is open:", door.is_set())


async def main():
    door = asyncio.Event()
    tasks = [asyncio.create_task(passenger(name, door)) for name in ("Liz", "Moe")]
    await asyncio.sleep(0)
    door.set()
    door.clear()
    print("the door was open for a moment")
    await asyncio.sleep(0)
    late = asyncio.create_task(passenger("Noel", door))
    await asyncio.wait([late], timeout=0.02)
    print("Noel is in:", late.done())
    late.cancel()
    await asyncio.gather(*tasks)


asyncio.run(main())
