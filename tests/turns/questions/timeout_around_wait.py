# 用 asyncio.timeout 包住 asyncio.wait，超时以后任务为什么还在跑？
# Source: https://php.xlycwl.com/faq/2034354.html
# Answer: 超时取消的是正在 wait 的主任务；wait 不取消它等待的任务，它们到期后照样打印，要自己 cancel。
import asyncio


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "完成")
    except asyncio.CancelledError:
        print(name, "被取消")
        raise


async def main():
    tasks = [asyncio.create_task(job("甲", 0.06)), asyncio.create_task(job("乙", 5))]
    try:
        async with asyncio.timeout(0.03):
            await asyncio.wait(tasks)
    except TimeoutError:
        print("超时")
    await asyncio.sleep(0.06)
    print("还没结束的：", sum(not task.done() for task in tasks))
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
