"""A computation that calls sleep(0) after every chunk lets another task run between the chunks.

计算每做完一块就调用一次 sleep(0)，别的任务就能在块与块之间运行。
"""

import asyncio


async def total(numbers: range) -> int:
    result = 0
    for number in numbers:
        result += number
        if number % 1_000 == 0:
            print(f"computation: reached {number}")
            await asyncio.sleep(0)
    return result


async def heartbeat() -> None:
    for beat in (1, 2):
        print(f"heartbeat {beat}")
        await asyncio.sleep(0)


async def main() -> None:
    result, _ = await asyncio.gather(total(range(1, 2_001)), heartbeat())
    print("main: the sum is", result)


asyncio.run(main())

# Output:
# computation: reached 1000
# heartbeat 1
# computation: reached 2000
# heartbeat 2
# main: the sum is 2001000
