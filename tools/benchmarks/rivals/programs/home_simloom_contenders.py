# Four that check a flag and set it after a gap, as in its collection of faults.
# Home: simloom
import asyncio


async def main():
    state = {"locked": False, "inside": 0, "worst": 0}

    async def contend(late):
        for _ in range(late + 1):
            await asyncio.sleep(0)
        if not state["locked"]:
            await asyncio.sleep(0)
            state["locked"] = True
            state["inside"] += 1
            state["worst"] = max(state["worst"], state["inside"])
            await asyncio.sleep(0)
            state["inside"] -= 1
            state["locked"] = False

    await asyncio.gather(*(contend(n) for n in range(4)))
    print("at most", state["worst"], "inside")


if __name__ == "__main__":
    asyncio.run(main())
