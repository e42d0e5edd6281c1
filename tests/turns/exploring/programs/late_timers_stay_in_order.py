"""Two timers with different deadlines, both late because main blocks.

Marks: program, clock (missing), clock (earlier), clock (earlier)

Why: `early` cannot precede the turn that sets its timer and prints `blocked`. Timers that are due
are still taken in the order of their deadlines, and main's is the last: only a clock schedule
changes that. If main's timer fires first, the loop may be closed before `early`.
"""

import asyncio
import time


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.05, print, "early")
    loop.call_later(0.1, print, "late")
    time.sleep(0.2)
    print("blocked")
    await asyncio.sleep(0.05)
    print("end")


asyncio.run(main())

# Output:
# blocked
# early
# late
# end
