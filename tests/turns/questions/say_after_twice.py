# 为什么两个 say_after 先后 await 要三秒，先建立任务再 await 只要两秒？
# Source: https://hackmd.io/@shaoeChen/rJfAwmeeU
# Answer: 先后 await 时第二个计时器在第一个到期后才开始；建立任务时两个计时器同时开始，结束于较晚的到期时间。
import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    clock = time.perf_counter
    begin = clock()
    await say_after(0.04, "你好")
    await say_after(0.08, "世界")
    in_turn = clock() - begin
    print("先后：至少 0.12 秒：", in_turn >= 0.12)
    begin = clock()
    tasks = [asyncio.create_task(say_after(d, w)) for d, w in ((0.08, "世界"), (0.04, "你好"))]
    for task in tasks:
        await task
    print("同时：比先后快：", clock() - begin < in_turn)


asyncio.run(main())
