"""The menu, with a lock of its own that is made while importing."""

import asyncio

print("menu is imported, loop running:", asyncio._get_running_loop() is not None)
LOCK = asyncio.Lock()


async def choose(guest):
    async with LOCK:
        print(guest, "reads the menu")
        await asyncio.sleep(0.02)
        print(guest, "has chosen")
