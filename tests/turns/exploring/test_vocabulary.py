"""What a program may name so that anything is proven about it, and what it may not."""

import sys
from pathlib import Path

import pytest

from turns.exploring.siblings import sources
from turns.exploring.vocabulary import Unknown, survey

HERE = Path(__file__).parent

EVASIONS = {
    # The environment, files, other modules
    "environ": ("import os\nos.environ['A'] = '1'", 2, "state"),
    "environ under another name": ("import os as o\ne = o\ne.environ['A'] = '1'", 3, "state"),
    "environ from": ("from os import environ as e", 1, "state"),
    "environ of an own name": ("import os\nclass A: environ = {}\nos.environ", 3, "state"),
    "environ of another's os": ("import json\njson.codecs.builtins.open('a')", 2, "state"),
    "environ by getattr": ("import os\ngetattr(os, 'environ')['A'] = '1'", 2, "state"),
    "a module in a list": ("import os\nfor m in [os]: m.getenv('A')", 2, "state"),
    "a module in a class": ("class A:\n    import os", 2, "state"),
    "a module as an attribute": ("import os\nclass A: pass\nA.os = os", 3, "state"),
    "a module as a default": ("import os\ndef f(environ=os): pass", 2, "state"),
    "a module from a function": ("import os\ndef f(): return os", 2, "state"),
    "a module in a walrus": ("import os\n(o := os).environ", 2, "state"),
    "a module given in two ways": (
        "import os, asyncio\nm = asyncio\nm = os\nclass A: environ = 1\nm.environ",
        5,
        "state",
    ),
    "a module that a function names global": (
        "def f():\n    global m\n    import os as m\ndef g(): return m.environ",
        4,
        "state",
    ),
    "a module that an inner function gives": (
        "def f():\n    def g():\n        nonlocal m\n        import os as m\n    m = None\n"
        "    m.environ",
        6,
        "state",
    ),
    "sys.modules": ("import sys\nsys.modules['json'].x = 1", 2, "state"),
    "sys.argv": ("import sys\nsys.argv.append('x')", 2, "state"),
    "sys.stdout has an attribute": ("import sys\nsys.stdout.x = 1", 2, "state"),
    "sys.stdout in a variable": ("import sys\nout = sys.stdout\nout.x = 1", 2, "state"),
    "setrecursionlimit": ("import sys\nsys.setrecursionlimit(99)", 2, "state"),
    "open": ("open('a').read()", 1, "state"),
    "open under another name": ("f = open\nf('a')", 1, "state"),
    "open unless bound": ("if 0:\n    open = None\nopen('a')", 3, "state"),
    "open in a class that binds it": ("class A:\n    open = open", 2, "state"),
    "pathlib": ("from pathlib import Path", 1, "state"),
    "logging": ("import logging\nlogging.warning('x')", 2, "state"),
    "mock": ("from unittest import mock", 1, "state"),
    "warnings": ("import warnings\nwarnings.filters.append(1)", 2, "state"),
    "catch_warnings": ("import warnings\nwith warnings.catch_warnings(): pass", 2, "state"),
    "keyword": ("import keyword\nkeyword.kwlist.append('x')", 2, "state"),
    "builtins": ("import builtins\nbuiltins.x = 1", 2, "state"),
    "redirect_stdout": ("import contextlib\ncontextlib.redirect_stdout(None)", 2, "state"),
    "a module nobody knows": ("import numpy", 1, "state"),
    "import that speaks": ("import this", 1, "state"),
    "import *": ("from asyncio import *", 1, "state"),
    "__import__": ("__import__('os').getenv('A')", 1, "state"),
    "importlib": ("import importlib\nimportlib.import_module('os')", 2, "state"),
    "gc": ("import gc\ngc.get_objects()", 2, "state"),
    "weakref": ("import weakref\nweakref.finalize(1, print)", 2, "state"),
    "inspect": ("import inspect\ninspect.currentframe()", 2, "state"),
    "pickle": ("import pickle\npickle.loads(b'')", 2, "state"),
    "asyncio's module": ("import asyncio\nasyncio.log.logger.x = 1", 2, "state"),
    "asyncio's module, renamed": ("import asyncio.log as log\nlog.logger.x = 1", 2, "state"),
    "asyncio's tasks": ("from asyncio.tasks import _all_tasks", 1, "state"),
    "an event loop policy": ("import asyncio\nasyncio.set_event_loop_policy(None)", 2, "state"),
    # Stores on what is not the program's
    "a function replaced": ("import json\njson.dumps = str", 2, "state"),
    "a function replaced in a loop": ("import json\nfor json.dumps in [str]: pass", 2, "state"),
    "a function replaced by with": (
        "import json, contextlib\nwith contextlib.nullcontext(1) as json.dumps: pass",
        2,
        "state",
    ),
    "a function deleted": ("import json\ndel json.dumps", 2, "state"),
    "a function of a function": ("import asyncio\nasyncio.sleep.calls = 1", 2, "state"),
    "a renamed function": ("import asyncio\nf = asyncio.sleep\nf.calls = 1", 3, "state"),
    "a function in two steps": ("import asyncio\nf = asyncio.sleep\ng = f\ng.a = 1", 4, "state"),
    "an imported function": ("from asyncio import sleep\nsleep.calls = 1", 2, "state"),
    "an attribute that counts": ("from asyncio import sleep\nsleep.n += 1", 2, "state"),
    "a function by setattr": ("import asyncio\nsetattr(asyncio.sleep, 'a', 1)", 2, "state"),
    "a function passed": (
        "import asyncio\ndef put(f, x): f.x = x\nput(asyncio.sleep, 1)",
        3,
        "state",
    ),
    "a function in a tuple": ("import asyncio\nfor f in (asyncio.sleep,): f.x = 1", 2, "state"),
    "a function in a walrus": ("import asyncio\n(f := asyncio.sleep).x = 1", 2, "state"),
    "a function chosen": ("import asyncio\nf = asyncio.sleep if 1 else 0\nf.x = 1", 2, "state"),
    "a function in a default": ("import asyncio\ndef f(g=asyncio.sleep): g.x = 1", 2, "state"),
    "a function in a class": ("import asyncio\nclass A: s = asyncio.sleep\nA.s.x = 1", 2, "state"),
    "a function unpacked": ("import asyncio\nf, g = asyncio.sleep, 1\nf.x = 1", 2, "state"),
    "a function returned": ("import asyncio\ndef f(): return asyncio.sleep", 2, "state"),
    "a function from a lambda": ("import asyncio\nf = lambda: asyncio.sleep\nf().x = 1", 2, "state"),
    "a function matched": (
        "import asyncio\nmatch asyncio.sleep:\n    case f: f.x = 1",
        2,
        "state",
    ),
    "a method of a class": ("import json\njson.JSONEncoder.default = str", 2, "state"),
    "a method of a class in a variable": (
        "import json\nf = json.JSONEncoder.default\nf.x = 1",
        2,
        "state",
    ),
    "a class by an object": ("import asyncio\ntype(asyncio.Event()).x = 1", 2, "state"),
    "a class by __class__": ("import asyncio\nasyncio.Event().__class__.x = 1", 2, "state"),
    "a class in a variable": ("import asyncio\nc = type(asyncio.Event())\nc.x = 1", 2, "state"),
    "classes by map": ("import asyncio\nfor c in map(type, [asyncio.Event()]): c.x = 1", 2, "state"),
    "a base class": ("import asyncio\nclass A(asyncio.Queue): pass\nA.__base__.x = 1", 3, "state"),
    "a method by a class of one's own": (
        "import asyncio\ndef f():\n    class A(asyncio.Queue): pass\n    A.put.x = 1",
        3,
        "state",
    ),
    "a generic alias": ("from typing import Callable\nC = Callable[[], int]\nC.x = 1", 3, "state"),
    "update_wrapper": (
        "import asyncio, functools\nfunctools.update_wrapper(asyncio.sleep, print)",
        2,
        "state",
    ),
    "partial gives it back": (
        "import asyncio\nfrom functools import partial\nclass A: func = 1\n"
        "partial(asyncio.sleep).func.x = 1",
        4,
        "state",
    ),
    "defaultdict gives it back": (
        "import asyncio, collections\nclass A: default_factory = 1\n"
        "collections.defaultdict(asyncio.Queue).default_factory.x = 1",
        3,
        "state",
    ),
    "an enumeration's member": ("import re\nf = re.IGNORECASE\nf.x = 1", 3, "state"),
    "an == that takes it": (
        "import asyncio\nclass A:\n    def __eq__(self, f): f.x = 1\nA() == asyncio.sleep",
        4,
        "state",
    ),
    "an own function with a taker's name": (
        "import asyncio\nclass A:\n    def call_soon(self, f): f.x = 1\n"
        "A().call_soon(asyncio.sleep)",
        4,
        "state",
    ),
    # Attributes by other ways
    "setattr computed": ("class A: pass\nfor n in 'ab': setattr(A, n, 1)", 2, "state"),
    "setattr under another name": ("s = setattr\ns(print, 'x', 1)", 1, "state"),
    "setattr by partial": ("import functools\nfunctools.partial(setattr, 1, 'x')", 2, "state"),
    "setattr by map": ("any(map(setattr, [1], ['x'], [1]))", 1, "state"),
    "object.__setattr__": ("class A: pass\nobject.__setattr__(A(), 'x', 1)", 2, "state"),
    "vars": ("class A: pass\nvars(A())['x'] = 1", 2, "state"),
    "globals": ("globals()['x'] = 1", 1, "state"),
    "locals": ("print(locals())", 1, "state"),
    "dir": ("print(dir())", 1, "state"),
    "eval": ("eval('1')", 1, "state"),
    "exec": ("exec('import os')", 1, "state"),
    "__dict__": ("class A: pass\nA().__dict__['x'] = 1", 2, "state"),
    "__dict__ by getattr": ("class A: pass\ngetattr(A, '__dict__')", 2, "state"),
    "__globals__": ("def f(): pass\nf.__globals__['x'] = 1", 2, "state"),
    "__builtins__": ("__builtins__ = {}", 1, "state"),
    "__builtins__ read": ("print(__builtins__)", 1, "state"),
    "__self__": ("print.__self__.x = 1", 1, "state"),
    "__wrapped__": ("def f(): pass\nf.__wrapped__ = 1", 2, "state"),
    "__name__ as a place": ("def f(): pass\nf.__name__ = 'x'", 2, "state"),
    "__doc__ as a place": ("def f(): pass\nf.__doc__ = 'x'", 2, "state"),
    "__class__ in a method": ("class A:\n    def f(self): return __class__", 2, "state"),
    "__subclasses__": ("print(Exception.__subclasses__())", 1, "state"),
    "gi_frame": ("g = (i for i in 'a')\nclass A: gi_frame = 1\ng.gi_frame", 3, "state"),
    "cr_frame": ("class A:\n    cr_frame = 1\n    def f(c): return c.cr_frame", 3, "state"),
    "f_locals": ("class A: f_locals = 1\ndef f(x): return x.f_locals", 2, "state"),
    "a traceback": ("def f(e): return e.__traceback__", 1, "state"),
    "the loop's own": ("import asyncio\nloop = asyncio.new_event_loop()\nloop._ready", 3, "state"),
    "the loop's own, legalised": (
        "import asyncio\nclass A: _ready = 1\nasyncio.get_running_loop()._ready",
        3,
        "state",
    ),
    "the loop's own, set": (
        "import asyncio\ndef f(): asyncio.get_event_loop()._ready = 1",
        2,
        "state",
    ),
    "a task's own": ("class A: _log_traceback = 1\ndef f(t): t._log_traceback = 1", 2, "state"),
    "a format": ("print('{0.__class__}'.format(1))", 1, "state"),
    "a format in a format": ("print('{:{0.real}}'.format(1))", 1, "state"),
    "a format that is computed": ("f = '{0.__class__}'\nprint(f.format(1))", 2, "state"),
    "str.format": ("print(str.format('{0.x}', 1))", 1, "state"),
    "format_map": ("print('{a.x}'.format_map({}))", 1, "state"),
    "attrgetter": ("import operator\noperator.attrgetter('x')", 2, "state"),
    "methodcaller": ("from operator import methodcaller", 1, "state"),
    "match on an attribute": ("match 1:\n    case int(__class__=x): pass", 2, "state"),
    "__match_args__": ("class A: __match_args__ = ('__dict__',)", 1, "state"),
    "get_type_hints": ("import typing\ntyping.get_type_hints(1)", 2, "state"),
    "__del__": ("class A:\n    def __del__(self): print('x')", 2, "state"),
    "__del__ set": ("def f(self): print('x')\nclass A: __del__ = f", 2, "state"),
    "a metaclass": ("class M(type): pass", 1, "state"),
    "a metaclass's function": ("def f(n, b, d): return 1\nclass A(metaclass=f): pass", 2, "state"),
    "type that makes": ("A = type('A', (), {})", 1, "state"),
    "lru_cache": ("from functools import lru_cache", 1, "state"),
    "cache": ("import functools\n@functools.cache\ndef f(): pass", 2, "state"),
    "singledispatch": ("import functools\n@functools.singledispatch\ndef f(x): pass", 2, "state"),
    "register": (
        "from abc import ABC\nclass A(ABC): pass\nclass B:\n    def register(self): pass\n"
        "A.register(B)",
        5,
        "state",
    ),
    "a future of one's own": ("import asyncio\nclass F(asyncio.Future): pass", 2, "state"),
    "a syntax error": ("print('a')\nx = (", 2, "state"),
    "an assignment in a comprehension": ("import os\n[o := os for _ in 'a']\no.x", 2, "state"),
    # Chance
    "random": ("import random\nrandom.choice('ab')", 2, "chance"),
    "random from": ("from random import choice as c\nc('ab')", 1, "chance"),
    "random renamed": ("import random as r\nx = r\nx.random()", 3, "chance"),
    "random by getattr": ("import random\ngetattr(random, 'random')()", 2, "state"),
    "secrets": ("import secrets\nsecrets.token_hex()", 2, "chance"),
    "uuid": ("from uuid import uuid4", 1, "chance"),
    "urandom": ("import os\nos.urandom(1)", 2, "chance"),
    "getpid": ("import os\nos.getpid()", 2, "chance"),
    "id": ("print(id(1))", 1, "chance"),
    "id as a key": ("sorted('ab', key=id)", 1, "chance"),
    "hash": ("print(hash('a'))", 1, "chance"),
    "__hash__": ("print('a'.__hash__())", 1, "chance"),
    # Clocks
    "time.time": ("import time\ntime.time()", 2, "clock"),
    "time from": ("from time import monotonic as m", 1, "clock"),
    "perf_counter renamed": ("import time\nt = time\nt.perf_counter()", 3, "clock"),
    "datetime": ("import datetime\ndatetime.datetime.now()", 2, "clock"),
    "loop.time": ("def f(loop): return loop.time()", 1, "clock"),
    "loop.time, legalised": (
        "import asyncio\nclass A: time = 1\nasyncio.get_running_loop().time()",
        3,
        "clock",
    ),
    "loop.time by getattr": ("def f(loop): return getattr(loop, 'time')()", 1, "clock"),
    "call_at": ("def f(loop): loop.call_at(1, print)", 1, "clock"),
    "when": ("def f(timer): return timer.when()", 1, "clock"),
    "timeout_at": ("import asyncio\nasyncio.timeout_at(1)", 2, "clock"),
    # The outside
    "input": ("input()", 1, "outside"),
    "stdin": ("import sys\nsys.stdin.read()", 2, "outside"),
    "a thread": ("import threading\nthreading.Thread(target=print)", 2, "outside"),
    "a pool": ("from concurrent.futures import ThreadPoolExecutor", 1, "outside"),
    "to_thread": ("import asyncio\nasyncio.to_thread(print)", 2, "outside"),
    "run_in_executor": ("def f(loop): loop.run_in_executor(None, print)", 1, "outside"),
    "call_soon_threadsafe": ("def f(loop): loop.call_soon_threadsafe(print)", 1, "outside"),
    "a process": ("import asyncio\nasyncio.create_subprocess_exec('a')", 2, "outside"),
    "a connection": ("import asyncio\nasyncio.open_connection('a', 1)", 2, "outside"),
    "a socket": ("import socket\nsocket.socket()", 2, "outside"),
    "a signal": ("import signal\nsignal.signal(2, print)", 2, "outside"),
    "a queue of threads": ("import queue\nqueue.Queue()", 2, "outside"),
}
ORDERS = {
    "a display": ("for x in {'a', 'b'}: print(x)", 1),
    "a comprehension": ("print([x for x in {str(y) for y in 'ab'}])", 1),
    "set()": ("for x in set('ab'): print(x)", 1),
    "frozenset": ("print(frozenset('ab'))", 1),
    "set under another name": ("s = set\nprint(s('ab'))", 2),
    "set passed": ("print(list(map(set, ['ab'])))", 1),
    "set in a function": ("def f(xs):\n    for x in xs: print(x)\nf({'a', 'b'})", 3),
    "set returned": ("def f():\n    return {'a', 'b'}", 2),
    "set yielded": ("def f():\n    yield {'a', 'b'}", 2),
    "set kept": ("s = set('ab')\nfor x in s: print(x)", 2),
    "set kept twice": ("s = set('ab')\nt = s\nprint(*t)", 3),
    "set that grew": ("s = {'a'}\ns.add('b')\nprint(s)", 3),
    "set of an object": (
        "class A:\n    def __init__(self): self.s = set()\na = A()\nprint(a.s.pop())",
        4,
    ),
    "set of a class": ("class A:\n    s = {'a', 'b'}\nfor x in A.s: print(x)", 3),
    "set of numbers that takes others": ("s = {1, 2}\ns.add('a')\nprint(list(s))", 3),
    "set in a list": ("s = [set('ab')]\nprint(s[0])", 1),
    "set in a dict": ("d = {}\nd['s'] = set('ab')", 2),
    "set by setdefault": ("d = {}\nd.setdefault('s', set()).add('a')", 2),
    "set by defaultdict": ("from collections import defaultdict\nd = defaultdict(set)", 2),
    "set in a default": ("def f(s={'a', 'b'}): print(s)", 1),
    "set unpacked": ("a, b = {'a', 'b'}", 1),
    "set starred": ("print(*{'a', 'b'})", 1),
    "set in a walrus": ("if s := set('ab'): print(s)", 1),
    "set in a tuple": ("a, b = set('ab'), 1\nprint(a)", 1),
    "set chosen": ("s = set('ab') or 1\nprint(s)", 1),
    "set formatted": ("s = set('ab')\nprint(f'{s}')", 2),
    "set sorted by a key": ("print(sorted({'aa', 'bb'}, key=len))", 1),
    "set with own comparison": (
        "class A:\n    def __lt__(self, other): return False\nsorted({A(), A()})",
        3,
    ),
    "set summed": ("print(sum({0.1, 0.2, 0.3}))", 1),
    "set compared with one's own": (
        "class A:\n    def __eq__(self, s): print(*s)\nA() == {'a', 'b'}",
        3,
    ),
    "set joined with one's own": (
        "class A:\n    def __ror__(self, s): print(*s)\n{'a', 'b'} | A()",
        3,
    ),
    "set matched": ("match {'a', 'b'}:\n    case s: print(s)", 1),
    "set matched in an object": (
        "class A:\n    def __init__(self): self.s = set()\nmatch A():\n    case A(s=t): print(t)",
        4,
    ),
    "set and list in one variable": ("s = []\ns = set('ab')\ns += [1]", 1),
    "set as a parameter's name": ("def f(s):\n    s = set('ab')\n    s.update(s)", 1),
    "set from a union": ("s = {'a'}\nt = s | {'b'}\nprint(t)", 3),
    "set from a method": ("s = {'a'}\nprint(s.union('bc'))", 2),
    "set copied": ("s = {'a', 'b'}\nprint(s.copy())", 2),
    "set by getattr": (
        "class A:\n    def __init__(self): self.s = set()\nprint(getattr(A(), 's'))",
        3,
    ),
    "set in a closure": ("def f():\n    s = set('ab')\n    return lambda: list(s)", 3),
    "set by a decorator": (
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    s: set = None\n"
        "def f(a): a.s = set('ab')",
        4,
    ),
    "set by astuple": (
        "from dataclasses import astuple\nclass A: pass\na = A()\na.s = set()\nastuple(a)",
        5,
    ),
    "set shown by its namespace": (
        "from types import SimpleNamespace\na = SimpleNamespace()\na.s = set()\nprint(a)",
        2,
    ),
    "set iterated by hand": ("s = set('ab')\nprint(s.__iter__())", 2),
    "keys": ("a, b = {1: 2}, {1: 2}\nprint(a.keys() & b.keys())", 2),
    "keys kept": ("k = {'a': 1}.keys()\nprint(k | {})", 1),
    "keys passed": ("def f(k): return k | k\nf({'a': 1}.keys())", 2),
    "keys not called": ("k = {'a': 1}.keys\nprint(k() | {})", 1),
    "items": ("print({1: 2}.items() ^ {1: 3}.items())", 1),
    "wait": (
        "import asyncio\nasync def f(ts):\n    done, _ = await asyncio.wait(ts)\n"
        "    for t in done: print(t)",
        4,
    ),
    "wait renamed": (
        "import asyncio as aio\nw = aio.wait\nasync def f(ts):\n    d, p = await w(ts)\n"
        "    print(*d)",
        5,
    ),
    "wait from": (
        "from asyncio import wait as w\nasync def f(ts):\n    return await w(ts)",
        3,
    ),
    "wait in one variable": (
        "import asyncio\nasync def f(ts):\n    both = await asyncio.wait(ts)\n    print(both)",
        3,
    ),
    "wait as a task": ("import asyncio\ndef f(ts): asyncio.create_task(asyncio.wait(ts))", 2),
    "wait in wait_for": (
        "import asyncio\nasync def f(ts):\n    await asyncio.wait_for(asyncio.wait(ts), 1)",
        3,
    ),
    "wait on a name of one's own": (
        "import asyncio\nasync def f(ts):\n    d, p = await asyncio.wait(ts)\n"
        "    return [t.result() for t in d]",
        4,
    ),
    "all_tasks": ("import asyncio\ndef f():\n    for t in asyncio.all_tasks(): print(t)", 3),
    "a context": ("import contextvars\nfor v in contextvars.copy_context(): print(v)", 2),
    "a context's items": (
        "import contextvars\nc = contextvars.copy_context()\nprint(list(c.items()))",
        3,
    ),
}


def _survey(source: str) -> list[Unknown]:
    return survey({"program.py": source.encode()})


@pytest.mark.parametrize("name", EVASIONS)
def test_evasions(name: str) -> None:
    """What may keep state that nobody sees is reported, where it stands, for what it is."""
    source, line, kind = EVASIONS[name]
    assert (line, kind) in {(unknown.line, unknown.kind) for unknown in _survey(source)}


@pytest.mark.parametrize("name", ORDERS)
def test_orders(name: str) -> None:
    """Whatever may show the order of a set is reported, where it stands."""
    source, line = ORDERS[name]
    found = {(unknown.line, unknown.what) for unknown in _survey(source)}
    assert (line, "the order of a set") in found
