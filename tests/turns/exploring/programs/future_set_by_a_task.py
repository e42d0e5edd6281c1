"""Setting a future's result does not switch.

Marks: program, program, queue (earlier), queue (earlier)

Why: Main's first turn creates the tasks and prints `wait`. `still here` is printed in the turn
that sets the result. `bystander` may come before it; and main's wake-up may come before
`bystander`.
"""

import asyncio


async def setter(future: asyncio.Future[str]) -> None:
    future.set_result("woken")
    print("still here")


async def bystander() -> None:
    print("bystander")


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(setter(future)), asyncio.create_task(bystander())]
    print("wait")
    print(await future)
    await asyncio.gather(*tasks)


asyncio.run(main())

# Output:
# wait
# still here
# bystander
# woken
