# as_completed 给出的是什么，异常在哪里才会出现？
# Source: https://php.bkmy88.com/faq/2105490.html
# Answer: 它按完成先后（到期时间）给出，失败的也算完成；异常在 await 那一行才抛出。
import asyncio


async def branch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "上海":
        raise ValueError("上海没有数据")
    return name


async def main():
    jobs = [branch("北京", 0.09), branch("上海", 0.06), branch("广州", 0.03)]
    for number, future in enumerate(asyncio.as_completed(jobs), 1):
        try:
            print(number, await future)
        except ValueError as error:
            print(number, "出错：", error)


asyncio.run(main())
