"""Main holds a lock until it has printed.

Marks: program, program, queue (earlier), program

Why: Nobody can print before main releases the lock. b may be the first to ask for it. gather
waits for both.
"""

import asyncio


async def work(name: str, lock: asyncio.Lock) -> None:
    async with lock:
        print(name)


async def main() -> None:
    lock = asyncio.Lock()
    async with lock:
        tasks = [asyncio.create_task(work(name, lock)) for name in "ab"]
        await asyncio.sleep(0)
        print("main leaves")
    await asyncio.gather(*tasks)
    print("end")


asyncio.run(main())

# Output:
# main leaves
# a
# b
# end
