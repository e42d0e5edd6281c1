# 直接调用 nested() 为什么什么都不发生？
# Source: https://github.com/dkluffy/dklog/issues/48
# Answer: 调用只建立协程对象，没有任务去运行它；create_task 才让它进入就绪队列，await 则立刻运行它。
import asyncio


async def nested(way):
    print("运行：", way)
    return 42


async def main():
    nested("直接调用")
    task = asyncio.create_task(nested("任务"))
    print("await：", await nested("await"))
    print("任务：", await task)


asyncio.run(main())
