"""Two jobs sleep in two threads.

Marks: first, clock, program

Why: Both jobs begin when they are submitted; only their sleeps order their lines. gather waits
for both.
"""

import asyncio
import time


def job(name: str, seconds: float) -> None:
    time.sleep(seconds)
    print(name)


async def main() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        loop.run_in_executor(None, job, "long", 0.4),
        loop.run_in_executor(None, job, "short", 0.1),
    )
    print("end")


asyncio.run(main())

# Output:
# short
# long
# end
