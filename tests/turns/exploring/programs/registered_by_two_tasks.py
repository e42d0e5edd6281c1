"""Two tasks register a callback each: who is first to register is not documented.

Marks: queue (missing), queue (earlier or missing), queue (earlier)

Why: The tasks' first steps are ready together, so b's callback may be registered first. Main only
waits for the tasks: it may end, and the loop may be closed, before a callback has run. One decision
is enough for each of these. The order of registration does not order main's step.
"""

import asyncio


async def register(name: str) -> None:
    asyncio.get_running_loop().call_soon(print, name)


async def main() -> None:
    await asyncio.gather(register("a"), register("b"))
    print("main")


asyncio.run(main())

# Output:
# a
# b
# main
