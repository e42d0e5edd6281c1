"""Two callbacks and main's next step.

Marks: first, queue, queue

Why: All three are ready together.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "a")
    loop.call_soon(print, "b")
    await asyncio.sleep(0)
    print("main")


asyncio.run(main())

# Output:
# a
# b
# main
