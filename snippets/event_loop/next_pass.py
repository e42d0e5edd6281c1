"""A callback added during a turn waits for the next pass, even though the queue is not empty.

轮次运行时新加的回调要等到下一圈，哪怕队列还没有空。
"""

import asyncio


def first() -> None:
    print("first: runs and adds third")
    loop.call_soon(print, "third: runs")


loop = asyncio.SelectorEventLoop()
loop.call_soon(first)
loop.call_soon(print, "second: runs")

for number in (1, 2):
    print(f"pass {number}")
    loop.stop()  # stopped beforehand, run_forever() makes exactly one pass
    loop.run_forever()

loop.close()

# Output:
# pass 1
# first: runs and adds third
# second: runs
# pass 2
# third: runs
