"""What random programs are made of: tables of small pieces of code, each with its weight.

``{n}`` is the name of the task, ``{k}`` the number of its step, ``{d}`` a delay. A piece may use
the names of `MODULE` and of `HOME`, which are defined only where they are used. Nothing here prints
an address, and what does depends on hashes or on luck stands apart, in `BY_CHANCE`. What not every
Python has stands in `NEEDS`, too. What is in `asyncio` and not here is in `LEFT_OUT`, with reasons.
"""

IMPORTS = "collections contextlib contextvars dataclasses enum functools heapq itertools random"

MODULE = {
    "helper": "async def helper(text):\n    print(text)\n    return text",
    "slow": "async def slow(text, delay):\n    await asyncio.sleep(delay)\n    print(text)",
    "fails": "async def fails(text):\n    await asyncio.sleep(0)\n    raise KeyError(text)",
    "stubborn": "async def stubborn(text):\n    try:\n        await asyncio.sleep(0.2)\n"
    "    except asyncio.CancelledError:\n        print(text, 'stays')",
    "ticks": "async def ticks(text, n=2):\n    try:\n        for i in range(n):\n"
    "            yield text + str(i)\n            await asyncio.sleep(0)\n"
    "    finally:\n        print(text, 'closed')",
    "within": "@contextlib.asynccontextmanager\nasync def within(text):\n    print('enter', text)\n"
    "    try:\n        await asyncio.sleep(0)\n        yield text\n"
    "    finally:\n        print('leave', text)",
    "keep": "def keep():\n    got = []\n    while True:\n        got.append((yield len(got)))",
    "counter": "def counter():\n    n = 0\n    def bump():\n        nonlocal n\n        n += 1\n"
    "        return n\n    return bump",
    "note": "def note(text, memory=[]):\n    memory.append(text)\n    return memory",
    "Box": "class Box:\n    made = 0\n    def __init__(self):\n        self.last = None",
    "Slot": "class Slot:\n    __slots__ = ('_value',)\n    def __init__(self):\n"
    "        self._value = ''\n    @property\n    def value(self):\n        return self._value\n"
    "    @value.setter\n    def value(self, new):\n        self._value = new + self._value[:2]",
    "Point": "@dataclasses.dataclass(order=True)\nclass Point:\n    x: int = 0\n"
    "    trail: list = dataclasses.field(default_factory=list)",
    "Color": "class Color(enum.Enum):\n    RED = 1\n    BLUE = 2",
    "Level": "class Level(enum.IntEnum):\n    LOW = 1",
    "Text": "class Text(str):\n    pass",
    "Row": "class Row(list):\n    pass",
    "Table": "class Table(dict):\n    pass",
    "Ranked": "class Ranked(int):\n    pass",
}
"""Functions and classes."""

HOME = {
    "lock": ("asyncio.Lock()", "lock.locked()"),
    "sem": ("asyncio.Semaphore(2)", "sem.locked()"),
    "bounded": ("asyncio.BoundedSemaphore(1)", "bounded.locked()"),
    "cond": ("asyncio.Condition()", ""),
    "barrier": ("asyncio.Barrier(2)", "barrier.n_waiting"),
    "event": ("asyncio.Event()", "event.is_set()"),
    "queue": ("asyncio.Queue()", "queue.qsize()"),
    "narrow": ("asyncio.Queue(maxsize=1)", "narrow.full()"),
    "lifo": ("asyncio.LifoQueue()", "lifo.qsize()"),
    "prio": ("asyncio.PriorityQueue()", "prio.qsize()"),
    "future": ("asyncio.get_running_loop().create_future()", "future.done()"),
    "closing": ("asyncio.Queue()", "closing.qsize()"),
    "reader": ("asyncio.StreamReader(limit=4)", "reader.at_eof()"),
    "tasks": ("[]", ""),
    "handles": ("[]", "len(handles)"),
    "shared": ("[]", "shared"),
    "append": ("shared.append", ""),
    "appends": ("[shared.append]", ""),
    "recent": ("collections.deque(maxlen=2)", "[*recent]"),
    "seen": ("{}", "seen"),
    "groups": ("collections.defaultdict(list)", "dict(groups)"),
    "counts": ("collections.Counter()", "list(counts.items())"),
    "heap": ("[]", "heap"),
    "tree": ("{'left': [], 'right': {'leaf': []}}", "tree"),
    "box": ("Box()", "box.last, Box.made"),
    "slot": ("Slot()", "slot.value"),
    "point": ("Point()", "point"),
    "text": ("Text('text')", "getattr(text, 'seen', None)"),
    "row": ("Row()", "row, getattr(row, 'seen', None)"),
    "table": ("Table()", "table, getattr(table, 'seen', None)"),
    "rank": ("Ranked(3)", "rank, getattr(rank, 'seen', None)"),
    "total": ("0", "total"),
    "last": ("''", "last"),
    "amount": ("0.0", "amount"),
    "numbers": ("itertools.count(1)", "next(numbers)"),
    "wheel": ("itertools.cycle('xyz')", "next(wheel)"),
    "feed": ("iter(['f1', 'f2', 'f3', 'f4'])", "next(feed, None)"),
    "window": ("enumerate(zip('pqrst', 'PQRST'))", "next(window, None)"),
    "keeper": ("keep()", ""),
    "bump": ("counter()", "bump()"),
    "noted": ("functools.partial(note, 'noted')", "noted()"),
    "calls": ("functools.partial(print, 'calls')", ""),
    "raw": ("bytearray()", "bytes(raw)"),
    "words": ("[1, 'one']", "words"),
    "var": ("contextvars.ContextVar('var', default='unset')", "var.get()"),
    "bag": ("contextvars.ContextVar('bag', default=[])", "bag.get()"),
    "stream": ("ticks('stream', 3)", ""),
    "members": ("set()", "sorted(members)"),
    "chosen": ("set()", "[*chosen]"),
}
"""Things that tasks share: how they are made, and what is shown of them at the end."""

HIDDEN = {
    "Color": "getattr(Color.RED, 'seen', None)",
    "Level": "getattr(Level.LOW, 'seen', None)",
    "note": "getattr(note, 'seen', None), note('shown')",
}
"""What is shown at the end of things of `MODULE` that keep something."""

THEMES = {
    **dict.fromkeys(HOME, 1),
    **dict.fromkeys("amount append bag box rank row stream table text total".split(), 4),
    **dict.fromkeys(HIDDEN, 4),
    "get_running_loop().seen": 1,
    "reader": 0.3,
    "chosen": 1,
}
"""What the tasks of a program may meet at; more often, what a look at the state easily misses."""

LATE = {"future", "reader"}
"""What can only be made while the loop runs."""

REBOUND = ("total", "last", "amount")
"""What tasks bind anew, so that they have to say where it lives."""

STEPS = {
    "print('{n}{k}')": 20,
    "await asyncio.sleep(0)": 16,
    "await asyncio.sleep({d})": 8,
    "await helper('{n} helps {k}')": 2,
    "for i in range(2):\n    print('{n}', i)\n    await asyncio.sleep(0)": 2,
    "async with lock:\n    await asyncio.sleep(0)\n    print('{n} in {k}')": 4,
    "async with sem:\n    await asyncio.sleep({d})\n    print('{n} in {k}')": 2,
    "async with bounded:\n    await asyncio.sleep(0)\n    print('{n} bounded {k}')": 1,
    "try:\n    bounded.release()\nexcept ValueError:\n    print('{n} too many')": 1,
    "if not sem.locked(): await sem.acquire(); print('{n} took')": 1,
    "async with cond:\n    await cond.wait()\n    print('{n} woken')": 1,
    "async with cond:\n    cond.notify()": 2,
    "async with cond:\n    await cond.wait_for(lambda: shared)\n    print('{n} sees', shared)": 1,
    "async with cond:\n    shared.append('{n}')\n    cond.notify_all()": 1.5,
    "async with asyncio.timeout(1): print('{n}', await barrier.wait() >= 0)": 1.5,
    "await barrier.wait()\nprint('{n} through')": 1,
    "event.set()": 4,
    "event.clear()": 1,
    "await event.wait()": 3,
    "queue.put_nowait('{n}{k}')": 4,
    "print('{n} got', await queue.get()); queue.task_done()": 4,
    "await queue.join(); print('{n} joined')": 1,
    "await narrow.put('{n}{k}')": 2,
    "print('{n} got', await narrow.get())": 2,
    "try:\n    narrow.put_nowait('{n}')\nexcept asyncio.QueueFull:\n    print('{n} full')": 1,
    "try:\n    print('{n}', lifo.get_nowait())\nexcept asyncio.QueueEmpty:\n    print('empty')": 1,
    "await lifo.put('{n}{k}')": 2,
    "prio.put_nowait((len(shared), '{n}{k}'))": 1,
    "prio.put_nowait((1, '{n}{k}'))": 1,
    "print('{n}', await prio.get())": 1.5,
    "future.done() or future.set_result('{n}')": 2,
    "future.done() or future.set_exception(KeyError('{n}'))": 1,
    "print('{n}', future.cancel())": 1,
    "print('{n}', await future)": 2,
    "print('{n}', await asyncio.shield(future))": 1,
    "future.add_done_callback(lambda f: print('{n} told', f.cancelled()))": 1.5,
    "tasks and tasks[-1].cancel()": 2,
    "tasks and tasks[0].cancel('{n}')": 2,
    "print('{n}', asyncio.current_task().cancelling())": 1,
    "print('{n}', asyncio.current_task().uncancel())": 1,
    "tasks and tasks[-1].add_done_callback(lambda t: print('{n} sees end', t.cancelled()))": 1.5,
    "tasks.append(asyncio.create_task(helper('{n} helps {k}')))": 2,
    "task{k} = asyncio.create_task(slow('{n} slow {k}', {d}), name='s{n}{k}')": 1.5,
    "print('{n}', [t.done() for t in tasks])": 1,
    "print('{n}', await asyncio.gather(helper('{n} one'), helper('{n} two')))": 1.5,
    "print(await asyncio.gather(fails('{n}'), helper('{n} ok'), return_exceptions=True))": 1,
    "await asyncio.gather(asyncio.gather(helper('{n} in')), fails('{n}'))": 0.7,
    "async with asyncio.TaskGroup() as group:\n"
    "    group.create_task(helper('{n} child'))\n    print('{n} body')": 1.5,
    "try:\n    async with asyncio.TaskGroup() as group:\n"
    "        group.create_task(fails('{n}'))\n        group.create_task(stubborn('{n}'))\n"
    "except* KeyError as errors:\n    print('{n}', len(errors.exceptions))": 1,
    "async with asyncio.TaskGroup() as outer:\n    async with asyncio.TaskGroup() as inner:\n"
    "        inner.create_task(helper('{n} inner'))\n"
    "        outer.create_task(helper('{n} outer'))": 0.7,
    "done, rest = await asyncio.wait([asyncio.create_task(slow('{n}1', 0)),"
    " asyncio.create_task(slow('{n}2', {d}))],"
    " return_when=asyncio.FIRST_COMPLETED)\nprint('{n}', len(done), len(rest))": 1,
    "done, rest = await asyncio.wait([asyncio.create_task(fails('{n}'), name='f{n}'),"
    " asyncio.create_task(slow('{n}2', {d}), name='s{n}')],"
    " return_when=asyncio.FIRST_EXCEPTION)\nprint(sorted(t.get_name() for t in done))": 1,
    "done, rest = await asyncio.wait([asyncio.create_task(slow('{n}1', {d}))], timeout={d})\n"
    "print('{n}', len(done))": 1,
    "try:\n    await asyncio.wait_for(slow('{n} slow', 0.2), {d})\n"
    "except asyncio.TimeoutError:\n    print('{n} late')": 1.5,
    "await asyncio.wait_for(helper('{n} quick'), None)": 0.5,
    "try:\n    async with asyncio.timeout({d}) as limit:\n        await event.wait()\n"
    "    print('{n}', limit.expired())\nexcept TimeoutError:\n    print('{n} timeout')": 1.5,
    "async with asyncio.timeout(None) as limit:\n"
    "    limit.reschedule(asyncio.get_running_loop().time() + {d})\n    await event.wait()": 0.5,
    "for one in asyncio.as_completed([slow('{n}1', {d}), slow('{n}2', 0.1)]): await one": 1,
    "try:\n    await asyncio.shield(slow('{n} shielded', {d}))\n"
    "except asyncio.CancelledError:\n    print('{n} left')\n    raise": 1,
    "asyncio.get_running_loop().call_soon(print, '{n} callback {k}')": 3,
    "loop = asyncio.get_running_loop()\nloop.call_soon(print, '{n} 1')\n"
    "loop.call_soon(print, '{n} 2')": 1.5,
    "asyncio.get_running_loop().call_later({d}, print, '{n} later')": 2,
    "asyncio.get_running_loop().call_later({d}, event.set)": 1,
    "handle = asyncio.get_running_loop().call_soon(print, '{n} never')\n"
    "await asyncio.sleep(0)\nhandle.cancel()": 1,
    "async for one in ticks('{n}'): print(one)": 1.5,
    "async for one in ticks('{n}'):\n    print(one)\n    break": 1,
    "print('{n}', await anext(stream, 'over'))": 1,
    "print([one async for one in ticks('{n}')])": 1,
    "async with within('{n}{k}'): print('{n} inside')": 1.5,
    "async with contextlib.AsyncExitStack() as stack:\n"
    "    await stack.enter_async_context(within('{n}'))\n"
    "    stack.callback(print, '{n} popped')": 0.7,
    "with contextlib.suppress(asyncio.CancelledError): await asyncio.sleep({d})": 1,
    "var.set('{n}')": 1,
    "print('{n}', var.get())": 1,
    "bag.get().append('{n}')": 1,
    "try:\n    await asyncio.sleep({d})\nfinally:\n    print('{n} finally {k}')": 2,
    "try:\n    await asyncio.sleep(0)\nexcept asyncio.CancelledError:\n"
    "    print('{n} swallowed')": 1.5,
    "try:\n    print('{n}', 1 // len(shared))\nexcept ZeroDivisionError as error:\n"
    "    kept{k} = error": 1,
    "try:\n    await fails('{n}')\nexcept KeyError as error:\n    print(error)": 1,
    "raise ValueError('{n}')": 0.7,
    "return": 0.3,
    "raise SystemExit(3)": 0.15,
    "print('{n} part', end=' ')": 0.7,
    "shared.append('{n}{k}')": 4,
    "print('{n}', len(shared))": 2,
    "if shared: print('{n} shared {k}')": 2,
    "append('{n}{k}')": 1.5,
    "for one in appends: one('{n}')": 1,
    "recent.append('{n}{k}')": 1,
    "seen.setdefault('{n}', len(seen))": 1,
    "groups[len(groups)].append('{n}')": 1,
    "counts['{n}'] += 1": 1,
    "heapq.heappush(heap, (len(heap) % 2, '{n}'))": 1,
    "tree['right']['leaf'].append('{n}')": 1,
    "box.last = '{n}'": 1.5,
    "Box.made = '{n}'": 1,
    "print('{n}', box.last)": 1,
    "slot.value = '{n}'": 1,
    "point.x += 1; point.trail.append('{n}')": 1,
    "Color.RED.seen = '{n}'": 1,
    "print('{n}', getattr(Color.RED, 'seen', None))": 1,
    "Level.LOW.seen = '{n}'": 1,
    "print('{n}', getattr(Level.LOW, 'seen', None))": 1,
    "text.seen = '{n}'": 1,
    "row.seen = '{n}'; row.append(1)": 1,
    "table['{n}'] = 1; table.seen = '{n}'": 1,
    "rank.seen = '{n}'": 1,
    "total += 1\nprint('{n}', total)": 1.5,
    "before = total\nawait asyncio.sleep(0)\ntotal = before + 1": 1.5,
    "last = '{n}'": 1.5,
    "amount += {f}": 2.5,
    "print('{n}', next(numbers))": 1.5,
    "print('{n}', next(wheel))": 0.7,
    "print('{n}', next(feed, None))": 1,
    "print('{n}', next(window, None))": 0.5,
    "next(keeper); print('{n}', keeper.send('{n}'))": 0.7,
    "print('{n}', bump())": 1,
    "noted(); note('{n}')": 1,
    "calls('{n}')": 1,
    "raw.extend(b'{n}')": 1,
    "words.reverse()": 1,
    "note.seen = '{n}'": 0.7,
    "print('{n}', getattr(note, 'seen', None))": 0.7,
    "asyncio.get_running_loop().seen = '{n}'": 0.7,
    "print('{n}', getattr(asyncio.get_running_loop(), 'seen', None))": 0.7,
    "print('{n}', asyncio.current_task().get_name())": 0.7,
    "members.add('{n}{k}')": 1,
    "chosen.add(8 * len(shared))": 1,
    "try:\n    await barrier.wait()\n"
    "except asyncio.BrokenBarrierError:\n    print('{n} broken')": 0.7,
    "await barrier.abort()": 0.4,
    "await barrier.reset(); print('{n} reset')": 0.4,
    "try:\n    future.set_result('{n}')\n"
    "except asyncio.InvalidStateError:\n    print('{n} too late')": 1,
    "print('{n}', asyncio.isfuture(future), asyncio.iscoroutine(future))": 0.3,
    "print('{n}', await asyncio.wrap_future(future))": 0.4,
    "print('{n}', await asyncio.ensure_future(helper('{n} ensured')))": 1,
    "made = asyncio.Future()\nasyncio.get_running_loop().call_soon(made.set_result, '{n}')\n"
    "print(await made)": 1,
    "print('{n}', len(asyncio.all_tasks()))": 0.7,
    "print('{n}', asyncio.get_event_loop() is asyncio.get_running_loop())": 0.3,
    "loop = asyncio.get_running_loop()\n"
    "async with asyncio.timeout_at(loop.time() + {d}): await event.wait()": 0.7,
    "limit = asyncio.timeout(None)\n"
    "print('{n}', isinstance(limit, asyncio.Timeout), limit.when())": 0.2,
    "handles.append(asyncio.get_running_loop().call_later({d}, print, '{n} timer'))": 1,
    "handles.append(asyncio.get_running_loop().call_soon(print, '{n} handle'))": 1,
    "loop = asyncio.get_running_loop()\n"
    "handles.append(loop.call_at(loop.time() + {d}, print, '{n} at'))": 1,
    "if handles: handles.pop().cancel()": 1,
    "print('{n}', [isinstance(h, asyncio.TimerHandle) for h in handles])": 0.3,
    "print('{n}', [isinstance(h, asyncio.Handle) and h.cancelled() for h in handles])": 0.5,
    "await asyncio.wait([asyncio.create_task(slow('{n}1', {d})),"
    " asyncio.create_task(slow('{n}2', 0))], return_when=asyncio.ALL_COMPLETED)": 0.7,
    "async with contextlib.aclosing(ticks('{n}')) as source:\n    async for one in source:\n"
    "        print(one)\n        break": 1,
    "raise ExceptionGroup('{n}', [ValueError('{n}'), KeyError('{n}')])": 0.4,
    "try:\n    await asyncio.sleep({d})\nexcept asyncio.CancelledError as error:\n"
    "    print('{n}', error.args)\n    raise": 1,
    "asyncio.current_task().cancel('{n}')": 0.5,
    "sem.release()": 0.5,
    "token = var.set('{n} for now')\nawait asyncio.sleep(0)\nvar.reset(token)": 0.7,
    "context = contextvars.copy_context()\ncontext.run(var.set, '{n} there')\n"
    "asyncio.get_running_loop().call_soon(lambda: print(var.get()), context=context)": 0.7,
    "asyncio.create_task(slow('{n} apart', 0), context=contextvars.copy_context())": 0.5,
    "asyncio.get_running_loop().call_soon(lambda: 1 // 0)": 0.3,
    "asyncio.get_running_loop().set_exception_handler(lambda *_: print('{n} heard'))": 0.3,
    "reader.feed_data(b'{n}\\n')": 1,
    "reader.feed_eof()": 0.5,
    "print('{n} read', await reader.readline())": 1,
    "try:\n    print('{n} read', await reader.readexactly(3))\n"
    "except asyncio.IncompleteReadError as error:\n    print('{n}', error.partial)": 0.7,
    "try:\n    print('{n} read', await reader.readuntil(b'-'))\n"
    "except (asyncio.LimitOverrunError, asyncio.IncompleteReadError):\n    print('{n} no')": 0.5,
    "closing.shutdown()": 1,
    "closing.shutdown(immediate=True)": 0.5,
    "try:\n    print('{n} takes', await closing.get())\n"
    "except asyncio.QueueShutDown:\n    print('{n} shut')": 1.5,
    "try:\n    closing.put_nowait('{n}{k}')\n"
    "except asyncio.QueueShutDown:\n    print('{n} refused')": 1,
    "async for one in asyncio.as_completed([slow('{n}1', {d}), helper('{n}2')]):\n"
    "    print(await one)": 1,
    "asyncio.Task(slow('{n} eager', 0), eager_start=True, loop=asyncio.get_running_loop())": 0.5,
    "asyncio.create_task(slow('{n} eager', 0), eager_start=True)": 0.5,
    "async with asyncio.TaskGroup() as group:\n    group.create_task(slow('{n} in', {d}))\n"
    "    await asyncio.sleep(0)\n    group.cancel()": 0.5,
    "asyncio.Lock.seen = '{n}'": 0.3,
    "print('{n}', getattr(asyncio.Lock, 'seen', None))": 0.3,
    "collections.seen = getattr(collections, 'seen', '') + '{n}'; print(collections.seen)": 0.3,
}
"""What a task does in a step."""

NEEDS = {
    "eager_task_factory": (3, 12),
    "Task(": (3, 12),
    "eager_start=True)": (3, 14),
    "closing": (3, 13),
    "async for one in asyncio.as_completed": (3, 13),
    "group.cancel()": (3, 15),
    "asyncio.EventLoop": (3, 13),
}
"""The first Python that has what a piece contains."""

LEAKS = ("asyncio.Lock.seen =", "collections.seen =")
"""What a run leaves behind for the next in the same process."""

BY_CHANCE = {
    "for one in (await asyncio.wait([asyncio.create_task(helper('{n}1'), name='{n}1'),"
    " asyncio.create_task(helper('{n}2'), name='{n}2')]))[0]: print(one.get_name())": 1,
    "for one in members | {{'u', 'v'}}: print('{n}', one)": 1,
    "print('{n}', random.random() < 0.5)": 1,
}
"""The same, where an order or a number is not the schedule's doing."""

ENDS = {
    "await asyncio.gather({calls}, return_exceptions=True)": 3,
    "await asyncio.gather({calls})": 3,
    "print(len(await asyncio.gather({calls}, return_exceptions=True)))": 1,
    "async with asyncio.TaskGroup() as group:\n"
    "    for call in [{calls}]: tasks.append(group.create_task(call))": 3,
    "async with asyncio.TaskGroup() as group:\n"
    "    for call in [{calls}]: tasks.append(group.create_task(call))\n"
    "    raise ValueError('body')": 0.5,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\n"
    "for task in tasks: await task": 3,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\n"
    "await asyncio.wait(tasks, timeout=1)": 2,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\n"
    "await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)": 1,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\nawait asyncio.sleep({d})": 2,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\nawait asyncio.sleep(0)": 2,
    "async with asyncio.timeout({d}):\n    await asyncio.gather({calls})": 1,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\n"
    "for one in asyncio.as_completed(tasks): await one": 1,
    "tasks.extend([asyncio.create_task(call) for call in [{calls}]])\n"
    "while tasks: await tasks.pop()": 1,
}
"""How main runs the tasks."""

EAGER = {
    "asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)": 2,
    "asyncio.get_running_loop().set_task_factory("
    "asyncio.create_eager_task_factory(asyncio.Task))": 0.5,
}
"""Makes the tasks begin at once."""

RUNS = {
    "try:\n    asyncio.run(main())\n"
    "except BaseException as error:\n    print('end', type(error).__name__)": 8,
    "asyncio.run(main())": 4,
    "with asyncio.Runner() as runner:\n    runner.run(main())\n    print('ran')": 1,
    "loop = asyncio.new_event_loop()\nloop.run_until_complete(main())\nloop.close()": 1,
    "loop = asyncio.new_event_loop()\ntask = loop.create_task(main())\n"
    "task.add_done_callback(lambda _: loop.stop())\nloop.run_forever()\nprint('stopped')": 1,
    "loop = asyncio.new_event_loop()\ntask = loop.create_task(main())\n"
    "loop.call_later(0.1, loop.stop)\nloop.run_forever()\nprint('stopped', task.done())": 1,
    "loop = asyncio.new_event_loop()\ntask = loop.create_task(main())\nloop.call_soon(loop.stop)\n"
    "loop.call_soon(print, 'last')\nloop.run_forever()\nprint('stopped', task.done())": 0.7,
    "loop = asyncio.new_event_loop()\ntask = loop.create_task(main())\nloop.stop()\n"
    "loop.run_forever()\nprint('once', task.done())\nloop.run_until_complete(task)": 0.7,
    "with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:\n"
    "    runner.run(main())\n    runner.run(asyncio.sleep(0))\n    print('ran twice')": 0.7,
    "loop = asyncio.new_event_loop()\nasyncio.set_event_loop(loop)\n"
    "try:\n    loop.run_until_complete(main())\n"
    "finally:\n    loop.run_until_complete(loop.shutdown_asyncgens())\n"
    "    asyncio.set_event_loop(None)\n    loop.close()": 0.2,
    "with asyncio.Runner(loop_factory=asyncio.EventLoop) as runner: runner.run(main())": 0.5,
    "loop = asyncio.SelectorEventLoop()\nloop.run_until_complete(main())\nloop.close()": 0.5,
}
"""How main is run."""

LEFT_OUT = {
    r"_.*": "private",
    r"to_thread|run_coroutine_threadsafe|.*ChildWatcher|.*child_watcher": "threads",
    r"(open|start)_.*|create_subprocess_.*|Stream(Writer|ReaderProtocol)|.*Server|Sendfile.*|.*Loop"
    r"|.*(Protocol|Transport)": "sockets and other processes, or a class to be derived from",
    r".*_event_loop_policy|.*LoopPolicy|iscoroutinefunction": "deprecated",
    r"future_.*_awaited_by|.*_call_graph|.*CallGraph.*": "for debuggers",
}
"""Names of `asyncio` that no program here has, as regular expressions, and why."""
