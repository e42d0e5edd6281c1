"""Two branches, each awaiting its own leaf.

Marks: program, queue (earlier), queue (earlier), queue (earlier), queue (earlier), queue (earlier)

Why: Every line belongs to the other branch than the line above it, and the branches share
nothing: in either order, one branch may run to where its line is printed before the other takes
the step that prints.
"""

import asyncio


async def leaf(name: str) -> None:
    print(name, "leaf")


async def branch(name: str) -> None:
    print(name)
    await asyncio.create_task(leaf(name))
    print(name, "done")


async def main() -> None:
    await asyncio.gather(branch("a"), branch("b"))


asyncio.run(main())

# Output:
# a
# b
# a leaf
# b leaf
# a done
# b done
