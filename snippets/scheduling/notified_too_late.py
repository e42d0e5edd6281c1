"""Between a notification and the waiter's turn another takes the bread, so the waiter must look again.

通知发出之后、等的人轮到之前，面包让别人拿走了，所以醒来要再看一眼。
"""

import asyncio


async def eat(name: str, shelf: list[str], bakery: asyncio.Condition) -> None:
    async with bakery:
        while not shelf:
            print(f"{name}: waits")
            await bakery.wait()
            print(f"{name}: is awake, and sees {shelf}")
        print(f"{name}: eats the {shelf.pop()}")


async def bake(bread: str, shelf: list[str], bakery: asyncio.Condition) -> None:
    async with bakery:
        shelf.append(bread)
        bakery.notify()
        await asyncio.sleep(0)  # somebody else comes to the door


async def main() -> None:
    shelf: list[str] = []
    bakery = asyncio.Condition()
    patient = asyncio.create_task(eat("patient", shelf, bakery))
    await asyncio.sleep(0)  # waits
    quick = asyncio.create_task(eat("quick", shelf, bakery))
    await bake("roll", shelf, bakery)
    await quick
    await bake("loaf", shelf, bakery)
    await patient


asyncio.run(main())

# Output:
# patient: waits
# quick: eats the roll
# patient: is awake, and sees []
# patient: waits
# patient: is awake, and sees ['loaf']
# patient: eats the loaf
