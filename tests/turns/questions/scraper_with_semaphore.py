# 信号量限制为 2，为什么后面的请求两个两个地开始？
# Source: https://jishuzhan.net/article/2005442326014001154
# Answer: 前两个拿到许可后等计时器，其余在信号量上排队；每释放一个许可，就唤醒排在最前面的一个。
import asyncio

semaphore = asyncio.Semaphore(2)


async def scrape(page):
    async with semaphore:
        print("抓取第", page, "页")
        await asyncio.sleep(0.04)
        print("第", page, "页完成")


async def main():
    await asyncio.gather(*[asyncio.ensure_future(scrape(page)) for page in range(1, 6)])


asyncio.run(main())
