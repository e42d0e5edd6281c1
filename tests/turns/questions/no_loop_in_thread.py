# 在子线程里 asyncio.get_event_loop() 为什么报 There is no current event loop？
# Source: https://github.com/zengbin93/blog/issues/34
# Answer: 事件循环属于线程，只有主线程会自动得到一个；子线程要自己建立，asyncio.run 正是这样做的。
import asyncio
import threading


async def job(name):
    await asyncio.sleep(0.01)
    print(name, "完成，线程：", threading.current_thread().name)


def worker():
    try:
        asyncio.get_event_loop().run_until_complete(job("作业一"))
    except RuntimeError as error:
        print("出错：", str(error).split(" in ")[0])
    asyncio.run(job("作业二"))


thread = threading.Thread(target=worker, name="子线程")
thread.start()
thread.join()
print("主线程结束")
