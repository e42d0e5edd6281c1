"""`await` before a plain function's result: the function has done its work, and only then comes the error.

在普通函数的返回值前面写 `await`：函数已经把事做完了，错误才出现。
"""

import asyncio


async def main() -> None:
    alarm = asyncio.Event()
    try:
        await alarm.set()
    except TypeError as error:
        print("error:", error)
    print("alarm is set:", alarm.is_set())

    try:
        await alarm.wait
    except TypeError as error:
        print("error:", error)


asyncio.run(main())

# Output:
# error: object NoneType can't be used in 'await' expression
# alarm is set: True
# error: object method can't be used in 'await' expression
# Output (3.14+):
# error: 'NoneType' object can't be awaited
# alarm is set: True
# error: 'method' object can't be awaited
