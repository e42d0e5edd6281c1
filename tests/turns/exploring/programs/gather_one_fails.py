"""One child of gather fails; the other goes on.

Marks: program, clock (earlier), program

Why: `other` at 0.3 may be fired before `fails` at 0.05; in queue schedules everything that
follows from the failure runs before the clock moves on. Main awaits the other task before `end`.
"""

import asyncio


async def fails() -> None:
    await asyncio.sleep(0.05)
    raise ValueError


async def other() -> None:
    await asyncio.sleep(0.3)
    print("other done")


async def main() -> None:
    task = asyncio.create_task(other())
    try:
        await asyncio.gather(fails(), task)
    except ValueError:
        print("caught")
    await task
    print("end")


asyncio.run(main())

# Output:
# caught
# other done
# end
