"""Small programs drawn by lot: tasks that share a lock, an event, a queue and more."""

import random

_ACTIONS = {
    "print('{n}{k}')": 8,
    "await asyncio.sleep(0)": 5,
    "await asyncio.sleep({d})": 3,
    "async with lock:\n        await asyncio.sleep(0)\n        print('{n} in {k}')": 3,
    "event.set()": 2,
    "await event.wait()": 2,
    "shared.append('{n}{k}')": 3,
    "print('{n}', len(shared))": 2,
    "if shared: print('{n} shared {k}')": 2,
    "queue.put_nowait('{n}{k}')": 2,
    "print(await queue.get())": 2,
    "future.done() or future.set_result('{n}')": 1,
    "print(await future)": 1,
    "tasks[-1].cancel()": 1,
    "task{k} = asyncio.create_task(helper('{n} helps {k}'))": 1,
    "await asyncio.gather(helper('{n} one'), helper('{n} two'))": 1,
    "asyncio.get_running_loop().call_soon(print, '{n} callback {k}')": 1,
    "own[0] += 1; print('{n}', own)": 1,
    "holder.value = '{n}'": 1,
    "print(holder.value)": 1,
    "try:\n        await asyncio.sleep({d})\n    finally:\n        print('{n} finally {k}')": 1,
    "raise ValueError('{n}')": 0.4,
}
_START = """import asyncio
class Holder: value = None
holder = Holder()
shared = []
async def helper(text):
    print(text)
"""
_MAIN = """async def main():
    lock, event, queue, tasks = asyncio.Lock(), asyncio.Event(), asyncio.Queue(), []
    future = asyncio.get_running_loop().create_future()
"""
_ENDS = {
    "gather": "    await asyncio.gather({calls}, return_exceptions=True)\n",
    "gather that fails": "    await asyncio.gather({calls})\n",
    "group": "    async with asyncio.TaskGroup() as group:\n"
    "        for call in [{calls}]: tasks.append(group.create_task(call))\n",
    "one after the other": "    tasks += [asyncio.create_task(call) for call in [{calls}]]\n"
    "    for task in tasks: await task\n",
    "wait": "    tasks += [asyncio.create_task(call) for call in [{calls}]]\n"
    "    await asyncio.wait(tasks, timeout=1)\n",
    "leave": "    tasks += [asyncio.create_task(call) for call in [{calls}]]\n"
    "    await asyncio.sleep(0)\n",
}
_RUN = """    for name in shared: print('shared', name)
try:
    asyncio.run(main())
except BaseException as error:
    print('end', type(error).__name__)
"""


def program(seed: int) -> str:
    """Return the program of this number: two or three tasks with up to three actions each."""
    lot = random.Random(seed)  # noqa: S311
    names = "abc"[: lot.choice([2, 2, 3])]
    parts = [_START]
    for name in names:
        parts.append(f"async def {name}(lock, event, queue, tasks, future, own):\n")
        for number in range(lot.choice([1, 2, 2, 3])):
            [action] = lot.choices([*_ACTIONS], [*_ACTIONS.values()])
            delay = lot.choice(["0.1", "0.1", "0.2"])
            parts.append("    " + action.format(n=name, k=number, d=delay) + "\n")
    calls = ", ".join(f"{name}(lock, event, queue, tasks, future, [0])" for name in names)
    return "".join([*parts, _MAIN, lot.choice([*_ENDS.values()]).format(calls=calls), _RUN])
