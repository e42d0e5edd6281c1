"""Who holds the lock speaks to the end, although others are ready and may be the next to run.

拿着锁的人能把话说完，哪怕别的任务早已就绪，随时可能轮到。
"""

import asyncio


async def speak(name: str, floor: asyncio.Lock) -> None:
    async with floor:
        print(f"{name}: begins")
        await asyncio.sleep(0)  # anyone may run here
        print(f"{name}: ends")


async def main() -> None:
    floor = asyncio.Lock()
    names = "Ann", "Bob", "Cem"
    await asyncio.gather(*(speak(name, floor) for name in names))


asyncio.run(main())

# Output:
# Ann: begins
# Ann: ends
# Bob: begins
# Bob: ends
# Cem: begins
# Cem: ends
