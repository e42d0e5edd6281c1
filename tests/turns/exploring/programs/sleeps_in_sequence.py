"""One task sleeps twice.

Marks: program, program, program

Why: One task runs its statements in order; firing a timer early only makes it go on sooner.
"""

import asyncio


async def main() -> None:
    print("start")
    await asyncio.sleep(0.05)
    print("middle")
    await asyncio.sleep(0.05)
    print("end")


asyncio.run(main())

# Output:
# start
# middle
# end
