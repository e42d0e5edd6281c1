# A race whose order stands in a list in a dictionary.
# Outcomes: 2
import asyncio


async def run(name, state):
    await asyncio.sleep(0)
    state["arrived"].append(name)


async def main():
    state = {"arrived": []}
    await asyncio.gather(run("a", state), run("b", state))
    print("winner:", state["arrived"][0])


if __name__ == "__main__":
    asyncio.run(main())
