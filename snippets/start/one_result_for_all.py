"""A future runs nothing: two tasks wait at an empty place, and a third puts there what both get.

Future 自己什么也不执行：两个任务守着一个空位，第三个把结果放进去，两个都拿到。
"""

import asyncio


async def wait_for(score: asyncio.Future[str], name: str) -> None:
    print(f"{name}: what is the score?")
    print(f"{name}: it is {await score}")


async def report(score: asyncio.Future[str]) -> None:
    print("reporter: the match is over")
    score.set_result("2:1")
    print("reporter: I have told it once")


async def main() -> None:
    score: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    await asyncio.gather(wait_for(score, "Ann"), wait_for(score, "Bob"), report(score))


asyncio.run(main())

# Output:
# Ann: what is the score?
# Bob: what is the score?
# reporter: the match is over
# reporter: I have told it once
# Ann: it is 2:1
# Bob: it is 2:1
