# 在协程里再调用一次 asyncio.run，为什么会报错？
# Source: https://php.sqjnqi.com/faq/2003330.html
# Answer: 这个线程里已有一个循环在运行；内层协程没有得到轮次，所以还会警告它从未被 await。
import asyncio


async def inner():
    print("内层运行")
    return "完成"


async def outer():
    print("外层开始")
    try:
        coroutine = inner()
        print(asyncio.run(coroutine))
    except RuntimeError as error:
        print("出错：", str(error).partition(" ")[0])
        coroutine.close()
    print("改用 await：", await inner())


asyncio.run(outer())
