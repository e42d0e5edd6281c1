"""The second of two equal lines may be the first one's task's or not.

Marks: clock (missing), queue (earlier), queue (earlier)

Why: `hello` may be the first of all. The last line is the second `knock`; both callbacks that print
`knock` may run before `hello`. In queue schedules all three run before the clock moves. If main's
timer fires early, the loop may be closed before any of them: so the order of registration alone
promises no line.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    for word in ("knock", "hello", "knock"):
        loop.call_soon(print, word)
    await asyncio.sleep(0.05)


asyncio.run(main())

# Output:
# knock
# hello
# knock
