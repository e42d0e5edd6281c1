# asyncio.wait 的超时到了，未完成的任务为什么还在运行？
# Source: https://php.sqjnqi.com/faq/2008849.html
# Answer: wait 只等待，不取消：到期时它返回 done 和 pending，慢的任务仍在等自己的计时器，到 0.1 秒照样打印。
import asyncio


async def query(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "查完")
    return name


async def main():
    tasks = [asyncio.create_task(query("快", 0.02)), asyncio.create_task(query("慢", 0.1))]
    done, pending = await asyncio.wait(tasks, timeout=0.05)
    print("完成", len(done), "个，未完成", len(pending), "个")
    await asyncio.sleep(0.08)
    print("后来：", [task.done() for task in tasks])
    print("gather：", await asyncio.gather(*tasks))


asyncio.run(main())
