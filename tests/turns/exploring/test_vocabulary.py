"""What a program may name so that anything is proven about it, and what it may not."""

import importlib
from pathlib import Path

import pytest
import random_programs

from turns.exploring.known import KNOWN, UNCHANGEABLE
from turns.exploring.siblings import sources
from turns.exploring.vocabulary import Unknown, survey

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
    "a function from a lambda": (
        "import asyncio\nf = lambda: asyncio.sleep\nf().x = 1",
        2,
        "state",
    ),
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
    "classes by map": (
        "import asyncio\nfor c in map(type, [asyncio.Event()]): c.x = 1",
        2,
        "state",
    ),
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
    "a list for a taker": (
        "import asyncio\nnext(filter(None, [asyncio.sleep])).x = 1",
        2,
        "state",
    ),
    "the greatest of one": ("import asyncio\nmax(asyncio.sleep, key=str).x = 1", 2, "state"),
    "cast gives it back": (
        "import asyncio, typing\ntyping.cast(int, asyncio.sleep).x = 1",
        2,
        "state",
    ),
    "mapped by one's own": (
        "import asyncio\ndef f(g): g.x = 1\nany(map(f, [asyncio.sleep]))",
        3,
        "state",
    ),
    "starred into a taker": (
        "import asyncio\nnext(filter(*[None, [asyncio.sleep]])).x = 1",
        2,
        "state",
    ),
    "a handle gives it back": (
        "import asyncio\nclass A: _callback = 1\n"
        "def f(loop): loop.call_soon(asyncio.sleep)._callback.x = 1",
        3,
        "state",
    ),
    "a runner gives it back": (
        "import asyncio\nclass A: _loop_factory = 1\ndef f(r: asyncio.Runner): r._loop_factory",
        3,
        "state",
    ),
    "a class of a computed base": (
        "import asyncio\ndef f(q):\n    class A(type(q)): pass\n    A.put.x = 1",
        3,
        "state",
    ),
    "a private name": (
        "import os as _A__m\nclass A:\n    environ = 1\n    def f(self):\n        global __m\n"
        "        return __m.environ\n    def g(self):\n        global __m\n        __m = 1",
        6,
        "state",
    ),
    "a private attribute of another": ("class A: _B__x = 1\ndef f(b): return b._B__x", 2, "state"),
    "a len of one's own": ("import sys\ndef len(x): x.append(1)\nlen(sys.argv)", 3, "state"),
    "an item of argv set": ("import sys\nsys.argv[0] = 'x'", 2, "state"),
    "an == between classes": (
        "import json\nclass A:\n    def __contains__(self, f): f.x = 1\njson.dumps in A()",
        4,
        "state",
    ),
    "a union with one's own": (
        "import asyncio\nclass A:\n    def __ror__(self, f): f.x = 1\nx = asyncio.Queue | A()",
        4,
        "state",
    ),
    "a dict of classes": (
        "import asyncio\nd = {asyncio.Queue: 1}\nfor q in d: q.x = 1",
        2,
        "state",
    ),
    "an item by a class": ("import asyncio\nd = {}\nd[asyncio.Queue] = 1", 3, "state"),
    "a class yielded": ("import asyncio\ndef f(): yield asyncio.Queue", 2, "state"),
    "a class awaited": ("import asyncio\nasync def f(): await asyncio.Queue", 2, "state"),
    "a class sent": ("import asyncio\ndef f(g): g.send(asyncio.Queue)", 2, "state"),
    "an exception's class kept": (
        "import asyncio\nE = [asyncio.CancelledError]\nE[0].x = 1",
        2,
        "state",
    ),
    "super() as a value": (
        "class A:\n    def f(self):\n        s = super()\n        return s",
        3,
        "state",
    ),
    "super of another": ("class A: pass\nsuper(A, A()).x", 2, "state"),
    "a future's factory": ("import asyncio\nclass L(asyncio.SelectorEventLoop): pass", 2, "state"),
    "a dunder by super": (
        "class A:\n    def __setattr__(self, n, v): super().__setattr__(n, v)",
        2,
        "state",
    ),
    "__getattribute__": ("class A:\n    def __getattribute__(self, n): return 1", 2, "state"),
    "__reduce__": ("class A:\n    def __reduce__(self): return print, ()", 2, "state"),
    "__class__ set": ("class A: pass\nclass B: pass\na = A()\na.__class__ = B", 4, "state"),
    "a deleted dunder": ("class A: pass\ndel A.__doc__", 2, "state"),
    "decimal's context": ("import decimal\ndecimal.getcontext().prec = 5", 2, "state"),
    "locale": ("import locale\nlocale.setlocale(0, 'C')", 2, "state"),
    "atexit": ("import atexit\natexit.register(print)", 2, "state"),
    "io": ("import io\nio.StringIO()", 2, "state"),
    "profiles": ("import sys\nsys.setprofile(print)", 2, "state"),
    "hooks": ("import sys\nsys.excepthook = print", 2, "state"),
    "exit": ("exit()", 1, "state"),
    "the main module": ("import __main__", 1, "state"),
    "an attribute nobody defines": ("def f(x): return x.cell_contents", 1, "state"),
    "a null byte": ("print(1)\0", 1, "state"),
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
    "greatest of keys": ("a, b = {1: 2}, {1: 2}\nprint(max(a.keys(), b.keys()) & {1: 2})", 2),
    "keys by default": ("print(next(iter(''), {1: 2}.keys()) ^ {})", 1),
    "keys repeated": ("import itertools\nk = next(itertools.repeat({1: 2}.keys()))", 2),
    "keys called by map": ("k = [*map({1: 2}.keys)]", 1),
    "keys by operator": ("import operator\noperator.and_({1: 2}.keys(), {})", 2),
    "a class of sets": ("class S(set): pass", 1),
    "set by a range of one's own": (
        "def range(n): return 'abc'\nfor x in set(range(3)): print(x)",
        2,
    ),
    "set sorted by one's own": ("def sorted(x): print(*x)\nsorted({'a', 'b'})", 2),
    "set joined with numbers": ("for x in {'a', 'b'}.union(range(3)): print(x)", 1),
    "set in an enumeration": (
        "import enum\nclass C(enum.Enum): A = {'a', 'b'}\nprint(C.A.value)",
        2,
    ),
    "set of an exception's": ("e = ValueError()\ne.args = {'a', 'b'}\nprint(e)", 2),
    "set for a property": (
        "class A:\n    @property\n    def s(self): pass\n    @s.setter\n"
        "    def s(self, v): print(*v)\nA().s = {'a', 'b'}",
        5,
    ),
    "set for __setattr__": (
        "class A:\n    def __setattr__(self, n, v): print(*v)\nA().s = {'a', 'b'}",
        3,
    ),
    "set |= one's own": (
        "class A:\n    def __ror__(self, s): print(*s)\ns = {'a', 'b'}\ns |= A()",
        4,
    ),
    "set by replace": (
        "import dataclasses\n@dataclasses.dataclass(init=False)\nclass A:\n"
        "    def __init__(self, s=None): self.s = set()\ndataclasses.replace(A())",
        5,
    ),
    "keys for one's own": (
        "class A:\n    def __rand__(self, k): print(k | k)\n{1: 2}.keys() & A()",
        3,
    ),
    "keys not called, for one's own": (
        "class A:\n    def __eq__(self, k): print(k() | k())\n{1: 2}.keys == A()",
        3,
    ),
    "keys by an iter of another name": ("it = iter\nk = [*it({1: 2}.keys, 1)]", 2),
    "set in partial": ("import functools\nf = functools.partial(print, {'a', 'b'})", 2),
    "set updated into a dict": ("d = {}\nd.update({('a', 1), ('b', 2)})", 2),
    "set in a dict's |=": ("d = {}\nd |= {('a', 1), ('b', 2)}", 2),
    "set for fromkeys": ("d = dict.fromkeys({'a', 'b'})", 1),
    "set for gather": (
        "import asyncio\ntasks = set()\nasync def f(): print(await asyncio.gather(*tasks))",
        3,
    ),
    "set for a loop that cancels": ("ts = set()\nfor t in ts: t.cancel()", 2),
    "set in a comprehension": ("s = set('ab')\nprint(any(print(x) for x in s))", 2),
    "set of an exception": ("raise ValueError({'a', 'b'})", 1),
    "set as a result": ("import asyncio\ndef f(x): x.set_result({'a', 'b'})", 2),
    "wait by partial": ("import asyncio, functools\nw = functools.partial(asyncio.wait)", 2),
    "wait by run": ("import asyncio\nasyncio.run(asyncio.wait([]))", 2),
    "wait as a default": ("import asyncio\ndef f(w=asyncio.wait): pass", 2),
    "all_tasks as a value": ("import asyncio\nx = [asyncio.all_tasks]", 2),
    "copy_context as a value": ("from contextvars import copy_context\nx = [copy_context]", 2),
    "a context passed": (
        "from contextvars import copy_context\ndef f(c): print(*c)\nf(copy_context())",
        3,
    ),
    "a context as one's own keyword": (
        "from contextvars import copy_context\ndef f(context): print(*context)\n"
        "f(context=copy_context())",
        3,
    ),
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

ORDINARY = {
    "a counter": "n = 0\ndef add():\n    global n\n    n += 1\nadd()\nprint(n)",
    "run": "import asyncio\nasync def main(): print('a')\nasyncio.run(main())",
    "run, guarded": "import asyncio\nif __name__ == '__main__':\n    print(__file__, __doc__)",
    "asyncio renamed": "import asyncio as aio\nasync def f(): await aio.sleep(0)",
    "names of asyncio": "from asyncio import run, sleep, gather, CancelledError",
    "a function renamed": "import asyncio\nspawn = asyncio.create_task\ndef f(c): spawn(c)",
    "a lock": "import asyncio\nlock = asyncio.Lock()\nasync def f():\n    async with lock: print(1)",
    "a lock by hand": "async def f(lock):\n    await lock.acquire()\n    lock.release()",
    "a semaphore": "import asyncio\ns = asyncio.BoundedSemaphore(2)\nprint(s.locked())",
    "a condition": "async def f(c):\n    await c.wait_for(lambda: True)\n    c.notify_all()",
    "a barrier": "import asyncio\nb = asyncio.Barrier(2)\nprint(b.parties, b.n_waiting)",
    "an event": "import asyncio\ne = asyncio.Event()\ne.set()\nprint(e.is_set())",
    "a queue": "import asyncio\nq = asyncio.Queue(maxsize=1)\nq.put_nowait(1)\nprint(q.qsize())",
    "a priority queue": "import asyncio\nq: asyncio.PriorityQueue[int] = asyncio.PriorityQueue()",
    "queues in a dict": "import asyncio\nq = {'a': asyncio.Queue()}\nasync def f(): await q['a'].get()",
    "gather": "import asyncio\nasync def f(*c): print(*await asyncio.gather(*c, return_exceptions=True))",
    "a task group": "import asyncio\nasync def f(c):\n    async with asyncio.TaskGroup() as g:\n"
    "        g.create_task(c, name='x')",
    "a timeout": "import asyncio\nasync def f():\n    async with asyncio.timeout(1) as t: pass\n"
    "    print(t.expired())",
    "wait_for": "import asyncio\nasync def f(c):\n    try: await asyncio.wait_for(c, 1)\n"
    "    except (asyncio.TimeoutError, asyncio.CancelledError) as e: print(e.args)",
    "shield": "import asyncio\nasync def f(c): await asyncio.shield(c)",
    "as_completed": "import asyncio\nasync def f(c):\n    for x in asyncio.as_completed(c): await x",
    "a task": "import asyncio\nasync def f(c):\n    t = asyncio.create_task(c)\n    t.cancel('x')\n"
    "    print(t.done(), t.cancelled(), t.get_name(), t.result())",
    "a future": "import asyncio\nf = asyncio.new_event_loop().create_future()\nf.set_result(1)",
    "a future's exception": "import asyncio\ndef f(x): x.set_exception(asyncio.CancelledError)",
    "a callback": "def f(t): t.add_done_callback(lambda t: print(t.result()))",
    "call_soon": "import asyncio\nasyncio.get_running_loop().call_soon(print, 'a')",
    "call_later": "def f(loop): loop.call_later(1, print).cancel()",
    "the loop": "import asyncio\nloop = asyncio.new_event_loop()\nloop.run_until_complete(None)\n"
    "loop.run_forever()\nloop.stop()\nloop.close()",
    "a loop's attribute": "import asyncio\nloop = asyncio.get_running_loop()\nloop.log = 1\n"
    "print(getattr(loop, 'log', ''))",
    "a runner": "import asyncio\nwith asyncio.Runner(debug=True) as r: r.run(None)",
    "a loop factory": "import asyncio\nasyncio.Runner(loop_factory=asyncio.SelectorEventLoop)",
    "eager tasks": "import asyncio\ndef f(loop): loop.set_task_factory(asyncio.eager_task_factory)",
    "time.sleep": "import time\ntime.sleep(1)",
    "context variables": "from contextvars import ContextVar\nv = ContextVar('v', default=1)\n"
    "t = v.set(2)\nprint(v.get())\nv.reset(t)",
    "a context": "import contextvars\nc = contextvars.copy_context()\nc.run(print)\n"
    "v = contextvars.ContextVar('v')\nprint(c[v], c.get(v), v in c)",
    "a context for a task": "import contextvars\ndef f(g, c):\n    x = contextvars.copy_context()\n"
    "    g.create_task(c, context=x)",
    "a class": "class A:\n    n = 0\n    def __init__(self, x): self.x = x\n"
    "    def f(self): return self.x + A.n\nprint(A(1).f())",
    "a private attribute": "class A:\n    def __init__(self): self._x, self.__y = 1, 2\n"
    "    def f(self): return self._x + self.__y",
    "a private method": "class A:\n    def __f(self): pass\n    def g(self): self.__f()",
    "names that loops have": "class A:\n    def __init__(self): self._ready = self._queue = []\n"
    "    def f(self): return self._ready",
    "inheritance": "class A:\n    def f(self): pass\nclass B(A):\n"
    "    def f(self): return super().f()\n    def __init__(self): super().__init__()",
    "a queue of one's own": "import asyncio\nclass Q(asyncio.Queue):\n"
    "    def _put(self, x): self._queue.append(x)\n    def __init__(self): self._queue = []",
    "an exception": "class E(Exception):\n    def __init__(self, code):\n"
    "        super().__init__(code)\n        self.code = code\ntry: raise E(1) from None\n"
    "except E as e: print(e.code, type(e).__name__, e.__cause__)",
    "an older exception": "class E(Exception):\n    def __init__(self): Exception.__init__(self, 1)",
    "exception groups": "try: raise ExceptionGroup('a', [ValueError()])\n"
    "except* ValueError as e: print(e.exceptions, e.message)",
    "a slot": "class A:\n    __slots__ = ('a',)\n    def f(self): self.a = 1",
    "a property": "class A:\n    @property\n    def x(self): return 1\n    @x.setter\n"
    "    def x(self, v): pass\nprint(A().x)",
    "a dataclass": "from dataclasses import dataclass, field\nimport asyncio\n@dataclass(order=True)\n"
    "class A:\n    x: int\n    y: list = field(default_factory=list)\n"
    "    q: asyncio.Queue = field(default_factory=asyncio.Queue)\nprint(A(1).x, A(1).y)",
    "a named tuple": "from typing import NamedTuple\nclass P(NamedTuple):\n    x: int = 0\n"
    "print(P().x, P()._replace(x=1))",
    "namedtuple": "from collections import namedtuple\nP = namedtuple('P', 'x y')\nprint(P(1, 2).y)",
    "an enumeration": "import enum\nclass C(enum.Enum):\n    RED = enum.auto()\n"
    "print(C.RED.name, C.RED.value, C['RED'], [c for c in C])",
    "an enumeration by a call": "from enum import Enum\nC = Enum('C', 'RED')\nprint(C.RED)",
    "a namespace": "from types import SimpleNamespace\nprint(SimpleNamespace(seen=1).seen)",
    "an abstract class": "from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n"
    "    def f(self): ...",
    "a protocol": "from typing import Protocol\nclass A(Protocol):\n    def f(self) -> None: ...",
    "typing": "from __future__ import annotations\nfrom typing import Any, Optional, TypeVar\n"
    "T = TypeVar('T')\ndef f(x: Optional[T], y: list[Any], z: 'int | None' = None) -> T: return x",
    "an alias of types": "from collections.abc import Callable, Awaitable\n"
    "Step = Callable[[int], Awaitable[None]]\nasync def f(s: Step): await s(1)",
    "generic": "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass A(Generic[T]): pass",
    "a context manager": "import contextlib\n@contextlib.asynccontextmanager\nasync def f():\n"
    "    try: yield 1\n    finally: print('x')",
    "a context manager by hand": "class A:\n    async def __aenter__(self): return self\n"
    "    async def __aexit__(self, *e): pass",
    "an exit stack": "from contextlib import AsyncExitStack, suppress\nasync def f(c):\n"
    "    async with AsyncExitStack() as s: await s.enter_async_context(c)\n"
    "    with suppress(KeyError): pass",
    "suppress": "import asyncio, contextlib\nwith contextlib.suppress(asyncio.CancelledError): 1",
    "aclosing": "from contextlib import aclosing\nasync def f(g):\n"
    "    async with aclosing(g) as a: print([x async for x in a])",
    "an iterator": "class A:\n    def __aiter__(self): return self\n"
    "    async def __anext__(self): raise StopAsyncIteration",
    "an awaitable": "class A:\n    def __await__(self):\n        x = yield\n        return x",
    "a coroutine by hand": "async def f(): pass\nc = f()\ntry: c.send(None)\n"
    "except StopIteration as e: print(e.value)\nc.close()",
    "a generator": "def f():\n    x = yield 1\n    yield from [x]\ng = f()\nprint(next(g), g.send(2))",
    "partial": "from functools import partial\nimport asyncio\nf = partial(asyncio.sleep, 1)\n"
    "g = partial(print, 'a', sep='')",
    "wraps": "import functools\ndef d(f):\n    @functools.wraps(f)\n"
    "    async def g(*a, **k): return await f(*a, **k)\n    return g\n@d\nasync def h(): pass",
    "itertools": "import itertools\nc = itertools.count(1)\nprint(next(c), *itertools.chain([1], 'a'))\n"
    "print(list(itertools.chain.from_iterable(['ab'])))",
    "collections": "from collections import Counter, defaultdict, deque\nd = defaultdict(list)\n"
    "d['a'].append(1)\nq = deque(maxlen=2)\nq.appendleft(1)\nprint(Counter('ab').most_common())",
    "a defaultdict of locks": "import asyncio, collections\nd = collections.defaultdict(asyncio.Lock)",
    "math": "import math, operator, heapq, bisect, textwrap, string\nprint(math.sqrt(2), math.pi)\n"
    "h = []\nheapq.heappush(h, 1)\nprint(textwrap.dedent('a'), string.ascii_letters.upper())",
    "operator": "from operator import itemgetter\nprint(sorted([(1, 2)], key=itemgetter(1)))",
    "json": "import json\nprint(json.dumps({'a': 1}, default=str), json.loads('1'))",
    "re": "import re\nP = re.compile('a', re.IGNORECASE)\nif m := P.match('a'): print(m.group(0))",
    "copy": "import copy\nprint(copy.deepcopy([1]))",
    "texts": "n = 'a'\nprint(f'{n!r:>5} {n=}', '{:>5} {a[0]}'.format(n, a='b'), '%s' % n, ' '.join('ab'))",
    "a format with a point": "print('{:.2f}. {0}. {x:{w}.1f}'.format(1, x=2, w=3))",
    "comprehensions": "d = {k: v for k, v in zip('ab', [1, 2])}\nprint([x for x in d if d[x] > 1])",
    "a dict": "d = {'a': 1}\nfor k, v in d.items(): print(k, v)\nprint(list(d.keys()), *d.values())\n"
    "print(sorted(d.items(), key=lambda i: i[1]), max(d.items()), 'a' in d.keys())",
    "items of one's own": "class A:\n    def __init__(self): self.items = []\na = A()\n"
    "a.items.append(1)\nfor x in a.items: print(x, len(a.items), a.items[0])",
    "sorting": "print(sorted('ba', key=str.lower, reverse=True), sum([1]), max(1, 2), divmod(7, 2))",
    "a walrus": "while (n := len([])) > 0: print(n)",
    "a match": "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n"
    "match A(1):\n    case A(x=1) | A(x=2): print(1)\n    case [a, *b] | {'k': a, **b}: pass",
    "getattr": "class A: pass\na = A()\nsetattr(a, 'x', 1)\nprint(getattr(a, 'x', None), hasattr(a, 'x'))",
    "types": "x = 1\nprint(isinstance(x, (int, str)), type(x) is int, type(x).__name__, type(x))",
    "a class by its object": "class A: pass\na = A()\nprint(a.__class__.__name__, type(a)())",
    "a builtin as a value": "print(list(map(str, [1])), {'a': print}['a'])",
    "a builtin's name": "def f(id, input, type=1):\n    open = 2\n    return id, input, type, open",
    "an attribute named as a builtin": "class A:\n    id = 1\n    def open(self): return self.id\nA().open()",
    "nonlocal": "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n    g()\n    return n",
    "sys": "import sys\nif sys.version_info >= (3, 12): print('a', file=sys.stderr)\n"
    "sys.stdout.write('b')\nsys.stdout.flush()\nprint(sys.argv[1:], len(sys.argv))\nsys.exit(1)",
    "a function's attribute": "def f(): f.calls += 1\nf.calls = 0\nf()\nprint(f.calls)",
    "inspect": "import inspect\nasync def f(): pass\nprint(inspect.iscoroutinefunction(f))",
    "timedelta": "from datetime import timedelta\nprint(timedelta(seconds=1).total_seconds())",
    "an import that is not used": "import os, random, logging",
    # Sets
    "a set asked": "s = set()\ns.add('a')\ns |= {'b', 'c'}\nprint('a' in s, len(s), sorted(s), min(s))\n"
    "if s and not s == {'a', 'b'}: s.discard('a')\ns.clear()",
    "a set of tasks": "import asyncio\ntasks = set()\ndef start(c):\n"
    "    t = asyncio.create_task(c)\n    tasks.add(t)\n    t.add_done_callback(tasks.discard)",
    "a set of an object": "class A:\n    def __init__(self): self._seen = set()\n"
    "    def f(self, x):\n        if x in self._seen: return\n        self._seen.add(x)",
    "a set in an annotation": "def f(x: set[int], y: 'frozenset') -> set[str] | None: ...\nz: set[int] = set()",
    "a set of one": "for x in {'a'}: print(x)\nprint(*{'a'})",
    "a set of numbers": "for x in {3, 1, 2}: print(x)\nfor y in set(range(3)): print(y)",
    "sets of sets": "s, = {'a'}\na = set('ab')\nb = set('bc')\nprint(len(a & b), sorted(a | b), a <= b)\n"
    "c = a.union(b)\nc.update(a - b)\nprint(sorted(c), a.isdisjoint(b))",
    "sets given none": "s = None\ns = set()\nprint(len(s))",
    "a constant set": "VOWELS = frozenset('aeiou')\nprint([c for c in 'abc' if c in VOWELS])",
    "isinstance of a set": "print(isinstance(1, (set, frozenset)), isinstance(1, set))",
    "keys compared": "a, b = {1: 2}, {1: 3}\nprint(a.keys() == b.keys(), sorted(a.keys() & b.keys()))",
    "wait": "import asyncio\nasync def f(ts):\n    done, pending = await asyncio.wait(ts)\n"
    "    print(len(done), sorted(t.get_name() for t in ts))\n    await asyncio.wait(pending)",
    "wait for all": "import asyncio\nasync def f(ts): await asyncio.wait(ts, timeout=1)",
    "wait in a loop": "import asyncio\nasync def f(ts):\n    pending = set(ts)\n    while pending:\n"
    "        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)\n"
    "        (task,) = done\n        print(task.result())",
    "all_tasks": "import asyncio\ndef f(): print(len(asyncio.all_tasks()))",
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


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_programs(name: str) -> None:
    """What ordinary programs are made of is known."""
    assert [str(unknown) for unknown in _survey(ORDINARY[name])] == []


def _folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        file = path / (name.replace("__in__", "/") + ".py")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path / "program.py"


def _found(program: Path) -> list[str]:
    return [str(unknown) for unknown in survey(sources(program))]


def test_siblings_are_followed(tmp_path: Path) -> None:
    """A program's own modules are read as the program is, however they are imported."""
    program = _folder(
        tmp_path,
        program="import helper, pack.one\nfrom pack import two\nfrom helper import log as l\n"
        "helper.record(1)\nhelper.count = 1\nprint(pack.one.x, two.y, l, helper.log)",
        helper="log = []\ncount = 0\ndef record(name): log.append(name)",
        pack__in____init__="",
        pack__in__one="from .two import y as x",
        pack__in__two="from . import one\ny = 1",
    )
    assert list(sources(program)) == [
        "program.py",
        "helper.py",
        "pack/__init__.py",
        "pack/one.py",
        "pack/two.py",
    ]
    assert _found(program) == []


def test_what_is_found_in_siblings_names_them(tmp_path: Path) -> None:
    """So a reader finds the word."""
    program = _folder(
        tmp_path,
        program="import helper\nprint(helper.f())",
        helper="import os\ndef f(): return os.environ",
    )
    assert _found(program) == ["helper.py, line 2: os.environ"]


SIBLINGS = {
    "a module of a helper": ("import helper\nhelper.os.environ", "import os", 2),
    "a module from a helper": ("from helper import os\nos.environ", "import os", 2),
    "a module of a helper, renamed": ("import helper as h\nx = h.o\nx.a", "import os\no = os", 3),
    "a function of a helper": (
        "import helper\nhelper.f.x = 1",
        "from asyncio import sleep as f",
        2,
    ),
    "a helper as a value": ("import helper\nx = [helper]", "", 2),
    "a helper's builtin": ("import helper\nhelper.sorted = print", "", 2),
    "a helper's import": ("import helper\nhelper.json = print", "import json", 2),
    "a helper's set": ("import helper\nprint(helper.s)", "s = {'a', 'b'}", 2),
    "a helper's set, imported": ("from helper import s as t\nprint(*t)", "s = {'a', 'b'}", 2),
    "a helper's set, replaced": ("import helper\nhelper.s = []", "s = {'a', 'b'}", 2),
    "a helper imported late": ("def f():\n    import helper", "print('x')", 2),
    "all of a helper": ("from helper import *", "x = 1", 1),
    "what no helper has": ("import helper\nhelper.environ", "", 2),
    "setattr on a helper": ("import helper\nsetattr(helper, 'x', 1)", "x = 0", 2),
}


@pytest.mark.parametrize("name", SIBLINGS)
def test_evasions_by_siblings(name: str, tmp_path: Path) -> None:
    """What is unknown stays so when it comes by way of a module of the program's own."""
    program, helper, line = SIBLINGS[name]
    unknown = survey(sources(_folder(tmp_path, program=program, helper=helper)))
    assert ("program.py", line) in {(each.file, each.line) for each in unknown}


def test_a_sibling_that_hides_one_of_pythons(tmp_path: Path) -> None:
    """Which of them a watched program gets is another matter than which Python gives it."""
    program = _folder(tmp_path, program="import heapq", heapq="")
    assert _found(program) == ["line 1: module heapq, which hides one of Python's"]


def test_files_as_they_are() -> None:
    """A file may begin with a byte order mark, or name its encoding."""
    assert survey({"a.py": b"\xef\xbb\xbfprint(1)"}) == []
    assert survey({"a.py": b"# -*- coding: latin-1 -*-\nprint('\xe9')"}) == []
    assert [each.line for each in survey({"a.py": b"print('\xe9')"})] == [1]


def test_what_nests_too_deeply() -> None:
    """Nothing is claimed of a program that cannot be read to its end."""
    assert survey({"a.py": b"x = " + b"-" * 50_000 + b"1"})
    assert survey({"a.py": b"x = " + b"+".join([b"1"] * 5_000)})


def test_random_programs_are_known() -> None:
    """The programs that the other tests are made of are such that something can be proven."""
    for seed in range(200):
        assert _survey(random_programs.program(seed)) == []


def test_what_cannot_be_changed() -> None:
    """What variables may hold freely has no attributes that could be set."""
    for module, names in UNCHANGEABLE.items():
        for name in names & set(dir(importlib.import_module(module))):
            thing = getattr(importlib.import_module(module), name)
            with pytest.raises((AttributeError, TypeError)):
                thing.some_attribute = 1
            assert not isinstance(thing, list | dict | set | bytearray)


def test_words_exist() -> None:
    """No table names what no Python has; some is of newer Pythons."""
    newer = {"EventLoop", "QueueShutDown", "eager_task_factory", "create_eager_task_factory"}
    newer |= {"batched", "sumprod", "override"}
    for module, names in KNOWN.items():
        assert names - set(dir(importlib.import_module(module))) <= newer
