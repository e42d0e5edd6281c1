# 子进程输出很多时，process.wait() 为什么会死锁？
# Source: https://github.com/bytedance/SandboxFusion/issues/53
# Answer: turns 不启动进程：它指出是哪一个调用、在哪一行。
# Turns: refuses asyncio.create_subprocess_shell
import asyncio


async def main():
    process = await asyncio.create_subprocess_shell(
        "head -c 300000 /dev/zero", stdout=asyncio.subprocess.PIPE
    )
    try:
        print("退出码：", await asyncio.wait_for(process.wait(), timeout=0.2))
    except asyncio.TimeoutError:
        print("管道满了，子进程在等我们读取")
    output, _ = await process.communicate()
    print("读到", len(output), "字节")


asyncio.run(main())
