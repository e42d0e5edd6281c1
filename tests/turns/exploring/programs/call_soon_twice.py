"""Two callbacks and main's next step.

Marks: queue (missing), queue (earlier or missing), queue (earlier)

Why: All three are ready together. Main may be first, and end the program before `a` has had a turn:
so even callbacks in the order of registration do not promise `a`. One decision is enough for `b`
before `a`, and one to hold `b` back until the loop is closed.
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
