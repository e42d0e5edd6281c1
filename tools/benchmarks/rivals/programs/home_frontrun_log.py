# Two tasks that write into one log, as in its tests.
# Home: frontrun
# Outcomes: 10, 5!/(3!·2!)
import asyncio


class State:
    def __init__(self):
        self.log = []


async def write(state, name, count):
    for n in range(count):
        state.log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def main():
    state = State()
    await asyncio.gather(write(state, "a", 3), write(state, "b", 2))
    print(*state.log)


if __name__ == "__main__":
    asyncio.run(main())
