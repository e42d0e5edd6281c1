"""A task ends the program: whoever has not printed yet never does.

Marks: queue (missing), queue (earlier)

Why: The task that exits may come first. Then the other one has not started; it is cancelled at the
end, and never prints. The exit itself happens in every outcome.
"""

import asyncio
import sys


async def other() -> None:
    print("other")


async def leave() -> None:
    print("leave")
    sys.exit(3)


async def main() -> None:
    await asyncio.gather(other(), leave())


asyncio.run(main())

# Exit: 3
# Output:
# other
# leave
