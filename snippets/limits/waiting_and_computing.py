"""A thousand tasks wait at the same time; only one of them computes at any time.

一千个任务可以同时等待；任何时刻却只有一个在计算。
"""

import asyncio


class Gauge:
    """How many are inside now, and how many were at most."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0

    def __enter__(self) -> None:
        self.inside += 1
        self.most = max(self.most, self.inside)

    def __exit__(self, *exc: object) -> None:
        self.inside -= 1


async def job(waiting: Gauge, computing: Gauge) -> None:
    with waiting:
        await asyncio.sleep(0.05)
    with computing:
        sum(range(1_000))


async def main() -> None:
    waiting, computing = Gauge(), Gauge()
    await asyncio.gather(*(job(waiting, computing) for _ in range(1_000)))
    print("most that waited at the same time:", waiting.most)
    print("most that computed at the same time:", computing.most)


asyncio.run(main())

# Output:
# most that waited at the same time: 1000
# most that computed at the same time: 1
