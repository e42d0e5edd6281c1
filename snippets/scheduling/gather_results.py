"""`gather()` returns results in the order of its arguments, whichever finishes first.

`gather()` 按参数的顺序返回结果，跟谁先做完无关。
"""

import asyncio


async def boil(name: str, turns: int) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)
    print(f"{name}: ready")
    return name


async def main() -> None:
    results = await asyncio.gather(boil("large", turns=3), boil("small", turns=1))
    print(results)


asyncio.run(main())

# Output:
# small: ready
# large: ready
# ['large', 'small']
