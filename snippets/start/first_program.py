"""asyncio.run() runs one coroutine to its end and gives back its result; only then does the program go on.

asyncio.run() 把一个协程运行到结束，交回它的结果；然后程序才往下走。
"""

import asyncio


async def main() -> str:
    print("main: the water is on")
    await asyncio.sleep(0.05)
    print("main: the water boils")
    return "tea"


print("before: nothing is on")
result = asyncio.run(main())
print("after:", result)

# Output:
# before: nothing is on
# main: the water is on
# main: the water boils
# after: tea
