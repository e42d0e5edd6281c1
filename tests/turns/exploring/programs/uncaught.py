"""A program that ends with an exception.

Marks: program, program

Why: Main raises after the child has ended.
"""

import asyncio


async def child() -> None:
    print("child")


async def main() -> None:
    await asyncio.create_task(child())
    print("raise")
    raise ValueError("meant")


asyncio.run(main())

# Exit: 1
# Error: ValueError: meant
# Output:
# child
# raise
