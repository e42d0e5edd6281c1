"""An event that is cleared by whoever gets through keeps nobody out: all waiters have been woken by then.

谁先通过谁就清除事件，也拦不住后面的：这时所有在等的都已经被唤醒了。
"""

import asyncio

inside = 0


async def visit(name: str, free: asyncio.Event) -> None:
    global inside
    await free.wait()
    free.clear()  # keep the others out
    inside += 1
    print(f"{name}: inside, {inside} of us")
    await asyncio.sleep(0)
    inside -= 1
    free.set()


async def main() -> None:
    free = asyncio.Event()
    visits = asyncio.gather(visit("Ann", free), visit("Bob", free))
    await asyncio.sleep(0)  # both wait
    free.set()
    await visits


asyncio.run(main())

# Output:
# Ann: inside, 1 of us
# Bob: inside, 2 of us
