"""Small programs whose turns share something that is easy to overlook; and what is given up."""

TWO = """
async def main():
    await asyncio.gather(a(), b())
"""

SHARED = {
    "a class": """
class C:
    n = 0
async def a():
    await asyncio.sleep(0)
    C.n += 1
async def b():
    await asyncio.sleep(0)
    print(C.n)
"""
    + TWO,
    "a class, by setattr": """
class C:
    n = 0
async def a():
    await asyncio.sleep(0)
    setattr(C, "n", 7)
async def b():
    await asyncio.sleep(0)
    print(C.n)
"""
    + TWO,
    "a base class": """
class C:
    n = 0
c = C()
class D(C):
    pass
d = D()
async def a():
    await asyncio.sleep(0)
    type(c).n = 7
async def b():
    await asyncio.sleep(0)
    print(d.n)
"""
    + TWO,
    "an attribute of a function": """
def f():
    pass
f.x = 0
async def a():
    await asyncio.sleep(0)
    f.x += 1
async def b():
    await asyncio.sleep(0)
    print(f.x)
"""
    + TWO,
    "the defaults of a function": """
def f(x=1):
    return x
async def a():
    await asyncio.sleep(0)
    f.__defaults__ = (2,)
async def b():
    await asyncio.sleep(0)
    print(f())
"""
    + TWO,
    "a global variable": """
x = 0
async def a():
    global x
    await asyncio.sleep(0)
    x = 1
async def b():
    await asyncio.sleep(0)
    print(x)
"""
    + TWO,
    "a new global variable": """
async def a():
    global x
    await asyncio.sleep(0)
    x = 1
async def b():
    await asyncio.sleep(0)
    try:
        print(x)
    except NameError:
        print("no")
"""
    + TWO,
    "a global variable that is deleted": """
x = 1
async def a():
    global x
    await asyncio.sleep(0)
    del x
async def b():
    await asyncio.sleep(0)
    try:
        print(x)
    except NameError:
        print("no")
"""
    + TWO,
    "a global variable that is set back": """
x = 1
async def a():
    global x
    await asyncio.sleep(0)
    x = 2
    print("a")
    await asyncio.sleep(0)
    x = 1
async def b():
    await asyncio.sleep(0)
    print(x)
"""
    + TWO,
    "a variable of a function around": """
def make():
    n = 0
    async def a():
        nonlocal n
        await asyncio.sleep(0)
        n = 1
    async def b():
        await asyncio.sleep(0)
        print(n)
    return (a, b)
a, b = make()
"""
    + TWO,
    "a variable of main": """
async def main():
    n = 0
    async def a():
        await asyncio.sleep(0)
        print(n)
    t = asyncio.create_task(a())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    n = 1
    await t
""",
    "a class of asyncio's": """
asyncio.Lock.flag = 0
async def a():
    await asyncio.sleep(0)
    asyncio.Lock.flag = 1
async def b():
    l = asyncio.Lock()
    await asyncio.sleep(0)
    print(l.flag)
"""
    + TWO,
    "the default of a context variable": """
v = contextvars.ContextVar("v", default=[])
async def a():
    await asyncio.sleep(0)
    v.get().append(1)
async def b():
    await asyncio.sleep(0)
    print(v.get())
"""
    + TWO,
    "a context": """
v = contextvars.ContextVar("v")
async def a():
    await asyncio.sleep(0)
    v.set(1)
async def b():
    await asyncio.sleep(0)
    print(v.get(0))
async def main():
    c = contextvars.copy_context()
    t = [asyncio.create_task(x(), context=c) for x in (a, b)]
    for x in t:
        await x
""",
    "a bound method": """
l = []
add = l.append
async def a():
    await asyncio.sleep(0)
    add(1)
async def b():
    await asyncio.sleep(0)
    print(l)
"""
    + TWO,
    "an exception": """
e = ValueError()
async def a():
    await asyncio.sleep(0)
    e.add_note("x")
async def b():
    await asyncio.sleep(0)
    print(getattr(e, "__notes__", None))
"""
    + TWO,
    "a slot, by its descriptor": """
class C:
    __slots__ = ("v",)
c = C()
set_ = C.v.__set__
async def a():
    await asyncio.sleep(0)
    set_(c, 1)
async def b():
    await asyncio.sleep(0)
    print(hasattr(c, "v"))
"""
    + TWO,
    "a str with an attribute": """
class S(str):
    pass
s = S("x")
async def a():
    await asyncio.sleep(0)
    s.n = 1
async def b():
    await asyncio.sleep(0)
    print(hasattr(s, "n"))
"""
    + TWO,
    "a member of an enum": """
class E(enum.IntEnum):
    A = 1
async def a():
    await asyncio.sleep(0)
    E.A.n = 1
async def b():
    await asyncio.sleep(0)
    print(hasattr(E.A, "n"))
"""
    + TWO,
    "what a property keeps": """
class C:
    log = []
    @property
    def p(self):
        self.log.append(1)
        return len(self.log)
async def a():
    c = C()
    await asyncio.sleep(0)
    print("a", c.p)
async def b():
    c = C()
    await asyncio.sleep(0)
    print("b", c.p)
"""
    + TWO,
    "a cache": """
@functools.lru_cache
def f(x):
    print("computed")
    return x
async def a():
    await asyncio.sleep(0)
    print("a", f(1))
async def b():
    await asyncio.sleep(0)
    print("b", f(1))
"""
    + TWO,
    "what a decorator keeps": """
def once(f):
    done = []
    def g():
        if not done:
            done.append(1)
            return f()
    return g
@once
def f():
    print("once")
async def a():
    await asyncio.sleep(0)
    f()
    print("a")
async def b():
    await asyncio.sleep(0)
    f()
    print("b")
"""
    + TWO,
    "the bases of a class": """
class A:
    x = 1
class B:
    x = 2
class C(A):
    pass
class Z(B):
    pass
async def a():
    await asyncio.sleep(0)
    C.__bases__ = (B,)
async def b():
    await asyncio.sleep(0)
    print(C.x)
"""
    + TWO,
    "the code of a function": """
def f():
    return 1
def g():
    return 2
async def a():
    await asyncio.sleep(0)
    f.__code__ = g.__code__
async def b():
    await asyncio.sleep(0)
    print(f())
"""
    + TWO,
    "the defaults of named parameters": """
def f(*, x=1):
    return x
async def a():
    await asyncio.sleep(0)
    f.__kwdefaults__["x"] = 2
async def b():
    await asyncio.sleep(0)
    print(f())
"""
    + TWO,
    "the names of tasks": """
async def named(text):
    print(text, asyncio.current_task().get_name())
async def a():
    await asyncio.create_task(named("a"))
async def b():
    await asyncio.create_task(named("b"))
"""
    + TWO,
    "a handle that is cancelled before its turn": """
async def main():
    handles = []
    async def a():
        handles[0].cancel()
        print("a")
    task = asyncio.create_task(a())
    handles.append(asyncio.get_running_loop().call_soon(print, "handle"))
    await task
""",
    "a callback that is left when the program ends": """
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(loop.call_soon, print, "late")
""",
    "the children of a gather that is cancelled": """
async def leaf():
    print("leaf")
async def main():
    whole = asyncio.gather(leaf(), leaf())
    async def cancel():
        print("cancel", whole.cancel())
    await asyncio.create_task(cancel())
    try:
        await whole
    except asyncio.CancelledError:
        print("cancelled")
""",
    "a timeout of wait": """
async def a(n):
    await asyncio.sleep(0.1)
    print(n)
async def main():
    d, p = await asyncio.wait([asyncio.create_task(a(i)) for i in range(2)], timeout=0.1)
    print(len(d))
    await asyncio.sleep(1)
""",
    "a group that grows": """
async def a(n):
    print(n)
async def main():
    async with asyncio.TaskGroup() as g:
        g.create_task(a(1))
        g.create_task(a(2))
        await asyncio.sleep(0)
        g.create_task(a(3))
    print("done")
""",
    "callbacks of tasks": """
async def a(n):
    print(n)
async def main():
    t = [asyncio.create_task(a(i)) for i in range(2)]
    l = []
    for x in t:
        x.add_done_callback(lambda f: l.append(f.get_name()))
    await asyncio.gather(*t)
    print(l)
""",
    "tasks of two gathers": """
async def a(n):
    print(n)
async def main():
    t = [asyncio.create_task(a(i)) for i in range(2)]
    async def g(n):
        await asyncio.gather(*t)
        print("g", n)
    await asyncio.gather(g(1), g(2))
""",
}

GIVEN_UP = {
    "a loop over a generator that is left": (
        """
def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
async def a():
    for x in g():
        await asyncio.sleep(0)
        break
    print("a")
async def b():
    await asyncio.sleep(0)
    print("b")
"""
        + TWO,
        "a generator was left",
    ),
    "a generator in a list": (
        """
def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
async def a():
    l = [g()]
    next(l[0])
    await asyncio.sleep(0)
    l.clear()
    print("a")
async def b():
    await asyncio.sleep(0)
    print("b")
"""
        + TWO,
        "a generator was left",
    ),
    "an async generator": (
        """
async def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
async def a():
    async for x in g():
        await asyncio.sleep(0)
        break
    print("a")
async def b():
    await asyncio.sleep(0)
    print("b")
"""
        + TWO,
        "a generator was left",
    ),
    "a finalizer": (
        """
class D:
    def __del__(self):
        print("deleted")
async def a():
    d = D()
    await asyncio.sleep(0)
    del d
    print("a")
async def b():
    await asyncio.sleep(0)
    print("b")
"""
        + TWO,
        "destroyed",
    ),
    "a weak reference": (
        """
class D:
    pass
import weakref
async def a():
    d = D()
    r = weakref.ref(d)
    await asyncio.sleep(0)
    del d
    print(r() is None)
async def b():
    await asyncio.sleep(0)
    print("b")
"""
        + TWO,
        "destroyed",
    ),
    "a line in parts": (
        """
async def a():
    print("x", end="")
    await asyncio.sleep(0)
    print("a")
async def b():
    print("b")
"""
        + TWO,
        "bit by bit",
    ),
    "an attribute of the loop": (
        """
async def a():
    l = asyncio.get_running_loop()
    await asyncio.sleep(0)
    l.x = 1
async def b():
    await asyncio.sleep(0)
    print(hasattr(asyncio.get_running_loop(), "x"))
"""
        + TWO,
        "in the loop",
    ),
    "a thread": (
        """
async def a():
    await asyncio.to_thread(print, "t")
async def b():
    print("b")
"""
        + TWO,
        "threads",
    ),
    "the list of all tasks": (
        """
async def a():
    await asyncio.sleep(0)
async def b():
    print(len(asyncio.all_tasks()))
"""
        + TWO,
        "all tasks",
    ),
}
