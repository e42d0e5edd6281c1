"""Between reading and writing stands an `await`, and so one of two sales is lost.

读和写之间隔着一个 `await`，于是两笔买卖丢了一笔。
"""

import asyncio

tickets = 10


async def sell(name: str) -> None:
    global tickets
    left = tickets
    await asyncio.sleep(0)  # the other one may run here
    tickets = left - 1
    print(f"{name}: sold one, {tickets} left")


async def main() -> None:
    await asyncio.gather(sell("Ann"), sell("Bob"))
    print("main:", tickets)


asyncio.run(main())

# Output:
# Ann: sold one, 9 left
# Bob: sold one, 9 left
# main: 9
