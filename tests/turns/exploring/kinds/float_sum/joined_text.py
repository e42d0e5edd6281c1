# Kind: float_sum
# Right: queue: the order in which texts are put together.
# Marks: queue
# Outcomes: 6
import asyncio

text = ""


async def add(part):
    global text
    text += part


async def main():
    await asyncio.gather(add("a"), add("b"), add("c"))
    print(text)


asyncio.run(main())
