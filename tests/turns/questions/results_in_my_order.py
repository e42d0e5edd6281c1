# 西餐先做好，gather 的结果里为什么还是中餐在前？
# Source: https://opentext.net.cn/%E7%AC%94%E8%AE%B0/%E5%BD%A2%E5%BC%8F%E7%A7%91%E5%AD%A6/Python/%E6%A0%87%E5%87%86%E5%BA%93/asyncio.gather()
# Answer: 打印的先后由到期时间决定，而 gather 的结果列表按参数的顺序排列，与谁先完成无关。
import asyncio


async def cook(dish, seconds):
    print(dish, "下单")
    await asyncio.sleep(seconds)
    print(dish, "上桌")
    return dish


async def main():
    dishes = await asyncio.gather(cook("中餐", 0.1), cook("西餐", 0.03))
    print("结果：", dishes)


asyncio.run(main())
