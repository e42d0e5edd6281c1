"""Small programs drawn by lot whose tasks share little, of many kinds, so that it matters what.

Each program has a few kinds of actions, so that its tasks meet; and what a task does not use, it is
not given.
"""

import random

_START = """import asyncio, contextvars, functools, itertools
from dataclasses import dataclass
x = y = 0
class Plain:
    total = 0
    items = []
class Other(Plain):
    pass
class Account:
    def __init__(self):
        self.balance = 0
    def add(self, n):
        self.balance += n
    @classmethod
    def bump(cls):
        cls.total = getattr(cls, "total", 0) + 1
        return cls.total
    @property
    def twice(self):
        return self.balance * 2
    @staticmethod
    def count(box=[0]):
        box[0] += 1
        return box[0]
class Slot:
    __slots__ = ("v",)
@dataclass
class Point:
    px: int = 0
class Meta(type):
    def poke(cls):
        cls.poked = getattr(cls, "poked", 0) + 1
        return cls.poked
class Poked(metaclass=Meta):
    pass
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    return up
up, down = counter(), counter()
def default(box={}):
    box["n"] = box.get("n", 0) + 1
    return box["n"]
def marked():
    marked.calls = getattr(marked, "calls", 0) + 1
    return marked.calls
def setx(v):
    global x
    x = v
def gety():
    return y
def incy():
    global y
    y += 1
def numbers():
    k = 0
    while True:
        k += 1
        yield k
one, two, slot, point = Account(), Account(), Slot(), Point()
slot.v = 0
gen, ticks, words = numbers(), itertools.count(), iter("abcdefghijklmnopqrstuvwxyz" * 9)
var = contextvars.ContextVar("var", default=[])
table, listing, names = {}, [], set()
halves = functools.partial(listing.append, "p")
async def helper(text, n=1):
    for _ in range(n):
        await asyncio.sleep(0)
    print(text)
    return text
async def failing(text, n=1):
    for _ in range(n):
        await asyncio.sleep(0)
    raise KeyError(text)
async def hop(n):
    for _ in range(n):
        await asyncio.sleep(0)
def note(text, *_):
    print(text)
async def first(*calls, **options):
    done, _ = await asyncio.wait([asyncio.create_task(call) for call in calls], **options)
    return len([task.exception() for task in done])
async def group(*calls, body=0):
    async with asyncio.TaskGroup() as members:
        for call in calls:
            members.create_task(call)
        await hop(body)
"""
_STATE = """\
setx('{n}')
print('{n}', x)
incy()
print('{n}', gety())
Plain.total += 1
print('{n}', Plain.total, Other.total)
Other.total = 5
Plain.items.append('{n}')
print('{n}', Other().items)
one.add(1)
print('{n}', one.balance)
two.balance = two.balance * 2 + 1
print('{n}', two.twice)
print('{n}', Account.bump())
print('{n}', Account.count())
slot.v += 1; print('{n}', slot.v)
point.px += 1; print('{n}', point)
print('{n}', Poked.poke())
print('{n}', getattr(Poked, 'poked', None))
print('{n}', up())
print('{n}', down())
print('{n}', default())
print('{n}', marked())
print('{n}', next(gen))
print('{n}', next(ticks))
print('{n}', next(words))
var.get().append('{n}'); print(var.get())
var.set(['{n}']); print(var.get())
table['{n}'] = {k}; print('{n}', len(table))
listing.append('{n}')
print('{n}', listing)
halves()
names.add('{n}'); print('{n}', len(names))
tasks and setattr(tasks[0], 'mark', '{n}')
print('{n}', tasks and getattr(tasks[0], 'mark', None))
future.mark = '{n}'
print('{n}', hasattr(future, 'mark'))
"""
_WAITING = """\
event.set()
await event.wait(); print('{n} set')
if not event.is_set(): print('{n} not set')
async with lock: await asyncio.sleep(0); print('{n} in {k}')
async with sem: await asyncio.sleep(0); print('{n} sem {k}')
async with cond: cond.notify_all()
async with cond: await cond.wait(); print('{n} told')
queue.put_nowait('{n}')
print('{n} got', await queue.get())
await small.put('{n}')
print('{n} small', await small.get())
future.done() or future.set_result('{n}')
print('{n}', await future)
print('{n}', future.done())
future.cancel()
future.add_done_callback(functools.partial(note, '{n} done'))
"""
_TASKS = """\
tasks and tasks[{i} % len(tasks)].cancel()
print('{n}', [t.done() for t in tasks])
asyncio.create_task(helper('{n} made'), name='{n}{k}')
asyncio.create_task(helper('{n} made'))
print('{n}', asyncio.create_task(hop(1)).get_name())
print(await asyncio.gather(helper('{n} one'), helper('{n} two')))
print(await asyncio.gather(hop(2), asyncio.gather(hop(1), helper('{n} deep'))))
print(len(await asyncio.gather(hop(1), failing('{n}'), return_exceptions=True)))
gathers.append(asyncio.gather(helper('{n} x'), hop(2), return_exceptions={b}))
if gathers: print('{n}', gathers[-1].cancel())
gathers.append(asyncio.create_task(first(helper('{n} v'), hop(2))))
await group(helper('{n} g'), hop(2))
print('{n}', await first(helper('{n} w'), hop(1), return_when=asyncio.FIRST_COMPLETED))
print('{n}', await first(failing('{n}'), hop(2), return_when=asyncio.FIRST_EXCEPTION))
print('{n}', await first(helper('{n} w'), hop(1), timeout={d}))
for each in asyncio.as_completed([helper('{n} ac'), hop(1)]): print(await each)
t = asyncio.current_task(); t.cancel(); t.uncancel(); await hop(1); print('{n} uncancelled')
loop.call_soon(note, '{n} soon')
loop.call_later({d}, note, '{n} later')
loop.call_soon(event.set)
loop.call_soon(setx, '{n} soon')
loop.call_soon(one.add, 5)
loop.call_soon(listing.append, '{n}')
own.append(loop.call_later({d}, event.set))
own and own.pop().cancel()
handles.append(loop.call_soon(note, '{n} handle'))
handles and handles.pop().cancel()
raise ValueError('{n}')
return
"""
_CAUGHT = """\
await asyncio.gather(hop(2), failing('{n}'), failing('{n}!'))
await group(hop(2), failing('{n}'))
await group(failing('{n}'), body=3)
print('{n}', await gathers[-1])
print(await asyncio.wait_for(helper('{n} wf'), {d}))
await asyncio.wait_for(event.wait(), {d})
await asyncio.shield(future)
await event.wait()
async with asyncio.timeout({d}): await asyncio.sleep({e}); print('{n} slept')
await asyncio.sleep({d}); raise SystemExit(3)
"""
_ACTIONS = [
    *_STATE.splitlines(),
    *_WAITING.splitlines() * 2,
    *_TASKS.splitlines(),
    *(
        f"try:\n        {action}\n"
        "    except (Exception, asyncio.CancelledError) as error:\n"
        "        print('{n}', type(error).__name__)"
        for action in _CAUGHT.splitlines()
    ),
    *["await asyncio.sleep({d})"] * 4,
    "try:\n        await asyncio.sleep({d})\n    finally:\n        print('{n} finally {k}')",
]
_MADE = "    tasks += [asyncio.create_task(call) for call in [{calls}]]\n"
_ENDS = [
    *["    await asyncio.gather({calls}, return_exceptions=True)\n"] * 3,
    "    print(await asyncio.gather({calls}))\n",
    *["    await group({calls})\n"] * 2,
    f"{_MADE}    for task in tasks: await task\n",
    f"{_MADE}    await asyncio.wait(tasks, timeout=1)\n",
    f"{_MADE}    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)\n",
    f"{_MADE}    await asyncio.sleep(0)\n    print('main')\n",
    f"{_MADE}    await asyncio.sleep(0.1)\n    tasks[0].cancel()\n    await asyncio.wait(tasks)\n",
]
_NAMES = "lock event sem cond queue small future tasks own loop handles gathers".split()
_MAIN = """async def main():
    lock, event, queue, small = asyncio.Lock(), asyncio.Event(), asyncio.Queue(), asyncio.Queue(1)
    sem, cond, tasks, handles, gathers = asyncio.Semaphore(2), asyncio.Condition(), [], [], []
    loop = asyncio.get_running_loop()
    future = loop.create_future()
"""
_RUN = """
try:
    asyncio.run(main())
except BaseException as error:
    print('end', type(error).__name__)
print(Plain.total, x, y, len(listing))
"""


def program(seed: int) -> str:
    """Return the program of this number: two or three tasks with up to three actions each."""
    lot = random.Random(seed)  # noqa: S311
    pool = [*lot.choices(_ACTIONS, k=6), "print('{n}{k}')", "await asyncio.sleep(0)"]
    tasks, calls = [], []
    for name in "abc"[: lot.choice([2, 2, 3])]:
        body = ""
        for number in range(lot.choice([1, 2, 2, 3])):
            action = lot.choice(pool).format(
                n=name,
                k=number,
                d=lot.choice(["0.1", "0.1", "0.2"]),
                e=lot.choice(["0.1", "0.2"]),
                i=lot.randrange(3),
                b=lot.choice([True, False]),
            )
            body += f"    {action}\n"
        given = ["[]" if one == "own" else one if one in body else "None" for one in _NAMES]
        tasks.append(f"async def {name}({', '.join(_NAMES)}):\n{body}")
        calls.append(f"{name}({', '.join(given)})")
    end = lot.choice(_ENDS).format(calls=", ".join(calls))
    return "".join([_START, *tasks, _MAIN, end, _RUN])
