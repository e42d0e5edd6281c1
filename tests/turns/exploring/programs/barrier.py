"""The last one at a barrier does not wait.

Marks: program, queue (earlier), program, queue (earlier)

Why: b may arrive first; then it is a that passes without suspending: b arrives, a arrives, a
leaves, b leaves. That reverses the second and the fourth line. `b leaves` follows `b arrives` in
one task.
"""

import asyncio


async def runner(name: str, barrier: asyncio.Barrier) -> None:
    print(name, "arrives")
    await barrier.wait()
    print(name, "leaves")


async def main() -> None:
    barrier = asyncio.Barrier(2)
    await asyncio.gather(runner("a", barrier), runner("b", barrier))


asyncio.run(main())

# Output:
# a arrives
# b arrives
# b leaves
# a leaves
