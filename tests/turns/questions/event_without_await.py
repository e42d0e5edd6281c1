# event.wait() 前面忘了 await，为什么等待者不等？
# Source: https://runebook.dev/zh/docs/python/library/asyncio-sync/asyncio.Event
# Answer: 没有 await 的 wait() 只得到一个协程对象，等待者不让出控制权，接着打印；stderr 警告它从未被 await。
import asyncio


async def hasty(event):
    event.wait()
    print("急的：不等就走，事件已设置：", event.is_set())


async def patient(event):
    await event.wait()
    print("耐心的：等到了，事件已设置：", event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(patient(event)), asyncio.create_task(hasty(event))]
    await asyncio.sleep(0.02)
    print("设置事件")
    event.set()
    await asyncio.gather(*tasks)


asyncio.run(main())
