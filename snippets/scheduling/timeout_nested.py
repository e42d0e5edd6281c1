"""Of two nested time limits the one that is over first raises `TimeoutError`, at the end of its own block.

两层时限嵌套，先到的那一层在自己的块结束处抛出 `TimeoutError`。
"""

import asyncio


async def nested(outer: float, inner: float) -> None:
    print(f"outer {outer}, inner {inner}")
    try:
        async with asyncio.timeout(outer):
            try:
                async with asyncio.timeout(inner):
                    await asyncio.Event().wait()  # would wait for ever
            except BaseException as error:
                print("  after the inner block:", type(error).__name__)
                raise
    except BaseException as error:
        print("  after the outer block:", type(error).__name__)


async def main() -> None:
    await nested(0.10, 0.02)
    await nested(0.02, 0.10)


asyncio.run(main())

# Output:
# outer 0.1, inner 0.02
#   after the inner block: TimeoutError
#   after the outer block: TimeoutError
# outer 0.02, inner 0.1
#   after the inner block: CancelledError
#   after the outer block: TimeoutError
