"""Before Python 3.13 an inner `TaskGroup` swallowed the cancellation by the outer one.

在 Python 3.13 之前，里层的 `TaskGroup` 会吞掉外层发来的取消。
"""

import asyncio


async def fails(error: Exception) -> None:
    raise error


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fails(KeyError("no cup")))
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(fails(ValueError("no water")))
                    await asyncio.Event().wait()  # both groups cancel this
            except* ValueError:
                print("inner group: no water")
            await asyncio.sleep(0)
            print("outer block: goes on, though its group has failed")
    except* KeyError:
        print("outer group: no cup")


asyncio.run(main())

# Output:
# inner group: no water
# outer block: goes on, though its group has failed
# outer group: no cup
# Output (3.13+):
# inner group: no water
# outer group: no cup
