"""The fast server has answered, and later the slow one answers, too. Have it never heard again.

快的服务器已经回答了，慢的后来又答了一次。别再让它出声。
"""

import asyncio


async def server(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(name, "answers")


async def main() -> None:
    fast = asyncio.create_task(server("fast", 1))
    slow = asyncio.create_task(server("slow", 2))
    await asyncio.wait([fast, slow], return_when=asyncio.FIRST_COMPLETED)
    print("main has an answer")
    await asyncio.sleep(3)


asyncio.run(main())

# Goal: never "slow answers"
# Goal: order "fast answers" "main has an answer"
# Keep: async def server
# Keep: slow = asyncio.create_task(server("slow", 2))
# Keep: await asyncio.sleep(3)
# Rule: rule-wait-sets
