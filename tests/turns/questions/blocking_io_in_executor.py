# 同步函数直接调用时别的协程不动，交给线程池以后为什么就动了？
# Source: https://jishuzhan.net/article/2018498564952473602
# Answer: 直接调用占住主任务的轮次 0.1 秒；run_in_executor 让另一个线程去等，循环照常按到期时间唤醒报时。
import asyncio
import time


def blocking_io():
    time.sleep(0.1)
    return "数据"


async def clock(ticks):
    for tick in range(2):
        await asyncio.sleep(0.03)
        ticks.append(tick)
        print("报时", tick)


async def main():
    for pool in (False, True):
        ticks = []
        task = asyncio.create_task(clock(ticks))
        await asyncio.sleep(0)
        if pool:
            data = await asyncio.get_running_loop().run_in_executor(None, blocking_io)
        else:
            data = blocking_io()
        print(data, "到了，期间报时", len(ticks), "次")
        await task


asyncio.run(main())
