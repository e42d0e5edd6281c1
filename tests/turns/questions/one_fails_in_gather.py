# gather 里一个任务出错，其他任务会被取消还是继续？网上说法不一。
# Source: https://php.bkmy88.com/faq/2023317.html
# Answer: gather 不取消：出错的那一轮只唤醒等待者；其他任务继续等计时器，但 asyncio.run 结束时会取消还没完成的。
import asyncio


async def step(name, seconds):
    try:
        await asyncio.sleep(seconds)
        if name == "甲":
            raise RuntimeError(name)
        print(name, "做完")
    except asyncio.CancelledError:
        print(name, "最后被取消")
        raise


async def main():
    try:
        await asyncio.gather(step("甲", 0.02), step("乙", 0.05), step("丙", 5))
    except RuntimeError as error:
        print("gather 抛出", error)
    await asyncio.sleep(0.06)
    print("主协程结束")


asyncio.run(main())
