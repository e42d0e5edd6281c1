# 在协程里调用 run_coroutine_threadsafe 后等待 future.result()，为什么总是超时？
# Source: https://github.com/wecode-ai/Wegent/pull/937
# Answer: result() 占住了事件循环所在的线程，提交的协程一直没有轮次，直到超时以后 main 让出控制权。
import asyncio
import concurrent.futures


async def interrupt():
    print("中断请求已送达")
    return "已停止"


def cancel_run(loop):
    future = asyncio.run_coroutine_threadsafe(interrupt(), loop)
    try:
        print("结果：", future.result(timeout=0.1))
    except concurrent.futures.TimeoutError:
        print("等了很久，没有结果")
    return future


async def main():
    print("准备取消任务")
    future = cancel_run(asyncio.get_running_loop())
    await asyncio.sleep(0.01)
    print("让出控制权之后：", future.cancelled() or future.result())


asyncio.run(main())
