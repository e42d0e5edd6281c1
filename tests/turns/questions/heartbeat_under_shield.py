# 请求取消了，为什么心跳还在跳？怎样才能停下它？
# Source: https://php.bkmy88.com/faq/2117737.html
# Answer: 取消沿着 await 传到 shield 为止：内层任务照常由计时器唤醒，只有对它自己调用 cancel 才会停。
import asyncio


async def heartbeat():
    try:
        for beat in range(9):
            print("心跳", beat)
            await asyncio.sleep(0.06)
    finally:
        print("心跳停止")


async def request(heart):
    try:
        await asyncio.shield(heart)
    except asyncio.CancelledError:
        print("请求被取消")
        raise


async def main():
    heart = asyncio.create_task(heartbeat())
    task = asyncio.create_task(request(heart))
    await asyncio.sleep(0.09)
    task.cancel()
    await asyncio.sleep(0.06)
    print("心跳还在：", not heart.done())
    heart.cancel()
    await asyncio.wait([heart, task])


asyncio.run(main())
