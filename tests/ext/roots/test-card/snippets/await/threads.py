"""Three threads print when they like."""

import asyncio
import sys


async def main() -> None:
    print("start & <go>")
    print()
    await asyncio.gather(*(asyncio.to_thread(print, name, "ran") for name in "abc"))
    print("2 **3** 4")


asyncio.run(main())
sys.exit("boom")

# Requires: Python 3.11
# Exit: 1
# Error: SystemExit: bo...
# Output:
# start & <go>
#
# ~ a ran
# ~ b ran
# ~ c ran
# took ... seconds
# 2 **3** 4
# Output (3.12+):
# start
# ~a first
# ~worker one
# ~a second
# ~ alone
# end
# Output (3.13+):
# ~a only
# ~a lane
# Output (3.15+):
