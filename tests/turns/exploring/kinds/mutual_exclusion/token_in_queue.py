# Kind: mutual_exclusion
# Right: who takes the token out of the queue is alone.
# Marks: program program queue program
# Outcomes: 2
# Between: 1-2 3-4
import asyncio


async def work(name, tokens):
    token = await tokens.get()
    print("in", name)
    await asyncio.sleep(0)
    print("out", name)
    tokens.put_nowait(token)


async def main():
    tokens = asyncio.Queue()
    tokens.put_nowait("token")
    await asyncio.gather(work("a", tokens), work("b", tokens))


asyncio.run(main())
