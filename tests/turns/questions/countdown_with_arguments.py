# I give my script a number on the command line; why does the shorter countdown end first?
# Source: https://superfastpython.com/asyncio-for-loop
# Answer: Both countdowns are due every 0.03 s, the first made ready first each time; the one with fewer steps is through earlier.
import asyncio
import sys

print("program", sys.argv[0].rpartition("/")[2], "is loaded as", __name__)
STEPS = [int(text) for text in sys.argv[1:]] or [3, 2]


async def countdown(name, steps):
    for left in range(steps, 0, -1):
        print(name, left)
        await asyncio.sleep(0.03)
    print(name, "lift-off")


async def main():
    await asyncio.gather(*(countdown(f"rocket {n}", s) for n, s in enumerate(STEPS)))


if __name__ == "__main__":
    asyncio.run(main())
    print("exit handlers follow")
