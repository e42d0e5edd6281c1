# 超时已经到了，为什么外层没有打印“超时”？
# Source: https://learn-asyncio-from-scrach.pages.dev/labs/06-timeout-cancel
# Answer: 0.03 秒时 timeout 取消了当前任务，但 CancelledError 在 report 里被吞掉，没有传到 async with，所以没有 TimeoutError。
import asyncio


async def report(honest):
    try:
        await asyncio.sleep(0.2)
    except asyncio.CancelledError:
        print("报表：收到取消请求")
        if honest:
            raise
    finally:
        print("报表：清理")
    return "半成品"


async def main():
    for honest in (False, True):
        try:
            async with asyncio.timeout(0.03):
                print("结果：", await report(honest))
        except TimeoutError:
            print("主程序：超时")


asyncio.run(main())
