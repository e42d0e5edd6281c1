# Kind: winner
# Right: three outcomes; the last one to write is seen.
# Marks: queue
# Outcomes: 3
import asyncio

word = ""


async def write(text):
    global word
    await asyncio.sleep(0)
    word = text


async def main():
    await asyncio.gather(write("a"), write("b"), write("c"))
    print(word)


asyncio.run(main())
