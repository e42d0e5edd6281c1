"""Two timers with different deadlines, both late because main blocks.

Marks: first, program, clock, clock

Why: `early` cannot precede the turn that sets its timer and prints `blocked`. Timers that are due
are still taken in order of their deadlines, and they print themselves: only a clock schedule
reverses them.
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
