# 洗衣、蒸饭、扫地用协程一起做，为什么总时间等于最长的一件？
# Source: https://ips99.com/show/1/350089.html
# Answer: 三个任务在同一轮里各自登记了到期时间 0.05、0.15、0.1 秒，循环按到期先后唤醒它们；总时间是最晚的那个到期时间。
import asyncio
from datetime import datetime

CHORES = {"洗衣服": 0.05, "蒸饭": 0.15, "扫地": 0.1}


async def do(chore, seconds):
    print("开始", chore)
    await asyncio.sleep(seconds)
    print(chore, "好了")


async def main():
    begin = datetime.now()
    await asyncio.gather(*(do(chore, seconds) for chore, seconds in CHORES.items()))
    took = (datetime.now() - begin).total_seconds()
    print("至少等到最长的一件：", took >= 0.15)


asyncio.run(main())
