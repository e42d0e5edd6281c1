"""Ctrl-C cancels main: its `finally` runs, awaits included, and KeyboardInterrupt comes out of asyncio.run().

Ctrl-C 取消的是 main：它的 `finally` 照常运行，里面还能 await；KeyboardInterrupt 从 asyncio.run() 抛出来。
"""

import asyncio
import signal


async def main() -> None:
    try:
        signal.raise_signal(signal.SIGINT)  # what Ctrl-C does
        print("main: still in its turn")
        await asyncio.sleep(1)
        print("main: never printed")
    except asyncio.CancelledError:
        print("main: cancelled")
        raise
    finally:
        await asyncio.sleep(0)
        print("main: closed")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("program: KeyboardInterrupt")

# Output:
# main: still in its turn
# main: cancelled
# main: closed
# program: KeyboardInterrupt
