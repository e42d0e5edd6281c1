# 每次运行，城市的先后都不一样，为什么？
# Source: https://php.sqjnqi.com/faq/2008849.html
# Answer: 任务按集合的遍历顺序建立，而字符串集合的顺序由每次启动时的散列种子决定，没有谁保证；用列表就按写下的顺序。
# Reality: varies, because the order of a set of texts is another in each run; stable lines: 1-1
import asyncio

CITIES = {"北京", "上海", "广州", "深圳", "成都"}


async def query(city):
    print("查询", city)
    await asyncio.sleep(0.01)
    return city


async def main():
    print("共", len(CITIES), "个城市")
    done, _ = await asyncio.wait([asyncio.create_task(query(city)) for city in CITIES])
    print("完成", len(done), "个")


asyncio.run(main())
