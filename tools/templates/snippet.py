"""TODO: say in a sentence or two what this program shows.

TODO：用一两句话说明这个程序展示了什么。
"""

import asyncio


async def greet(name: str) -> None:
    print(f"{name}: hello")
    await asyncio.sleep(0)
    print(f"{name}: goodbye")


async def main() -> None:
    await asyncio.gather(greet("first"), greet("second"))


asyncio.run(main())

# Output:
# first: hello
# second: hello
# first: goodbye
# second: goodbye
