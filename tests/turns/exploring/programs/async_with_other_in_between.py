"""Two lines of one task with another task's line in between.

Marks: program, queue (earlier), queue (earlier), program

Why: `other` may come before `enter`, and the guest may take two steps before it. `exit` follows
`inside` in one task.
"""

import asyncio


class Room:
    async def __aenter__(self) -> None:
        print("enter")
        await asyncio.sleep(0)

    async def __aexit__(self, *error: object) -> None:
        await asyncio.sleep(0)
        print("exit")


async def guest() -> None:
    async with Room():
        print("inside")


async def other() -> None:
    print("other")


async def main() -> None:
    await asyncio.gather(guest(), other())


asyncio.run(main())

# Output:
# enter
# other
# inside
# exit
