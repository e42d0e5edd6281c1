"""Two jobs sleep in two threads.

Marks: unknown, unknown, unknown

Why: Both jobs begin when they are submitted; only their sleeps order their lines. But how long a
thread takes is in no schedule, so nothing is claimed.
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
