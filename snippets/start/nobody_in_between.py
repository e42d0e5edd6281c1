"""Nobody looks in between two lines of a coroutine, unless an await stands there.

协程的两行之间谁也插不进来，除非中间有一个 await。
"""

import asyncio


class Purse:
    def __init__(self) -> None:
        self.left, self.right = 50, 50


async def move_in_one_go(purse: Purse) -> None:
    purse.left -= 10
    purse.right += 10


async def move_with_a_break(purse: Purse) -> None:
    purse.left -= 10
    await asyncio.sleep(0)
    purse.right += 10


async def count(purse: Purse) -> None:
    print("counted:", purse.left + purse.right)


async def main() -> None:
    for move in (move_in_one_go, move_with_a_break):
        print(move.__name__)
        purse = Purse()
        await asyncio.gather(move(purse), count(purse))


asyncio.run(main())

# Output:
# move_in_one_go
# counted: 100
# move_with_a_break
# counted: 90
