# A critical section behind a real lock, as in its tests of proofs.
# Home: simloom
# Outcomes: 1
import asyncio


async def main():
    lock = asyncio.Lock()
    state = {"inside": 0, "violated": False}

    async def work():
        async with lock:
            state["inside"] += 1
            if state["inside"] > 1:
                state["violated"] = True
            await asyncio.sleep(0)
            state["inside"] -= 1

    await asyncio.gather(*(work() for _ in range(3)))
    print("violated" if state["violated"] else "kept apart")


if __name__ == "__main__":
    asyncio.run(main())
