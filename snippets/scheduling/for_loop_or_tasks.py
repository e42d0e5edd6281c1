"""`await` in a `for` loop does one thing after the other; tasks created first overlap.

在 `for` 循环里逐个 `await`，事情一件接一件；先把任务都建好，它们才会交错进行。
"""

import asyncio


async def fetch(name: str) -> None:
    print(f"{name}: starts")
    await asyncio.sleep(0.05)
    print(f"{name}: ends")


async def main() -> None:
    print("-- await in a loop")
    for name in ("a", "b"):
        await fetch(name)

    print("-- tasks first")
    tasks = [asyncio.create_task(fetch(name)) for name in ("c", "d")]
    for task in tasks:
        await task


asyncio.run(main())

# Output:
# -- await in a loop
# a: starts
# a: ends
# b: starts
# b: ends
# -- tasks first
# c: starts
# d: starts
# ~ c: ends
# ~ d: ends
