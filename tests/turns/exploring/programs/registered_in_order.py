"""The documentation promises the order of callbacks that `call_soon` registers.

Marks: documented (missing), documented (earlier or missing), documented (earlier)

Why: All three callbacks are ready together. A schedule may run them in any order, and may close the
loop before the last of them. If they run in the order of registration, the one that wakes main is
the last, so both others have run before main goes on.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    woken = loop.create_future()
    loop.call_soon(print, "a")
    loop.call_soon(print, "b")
    loop.call_soon(woken.set_result, None)
    await woken
    print("main")


asyncio.run(main())

# Output:
# a
# b
# main
