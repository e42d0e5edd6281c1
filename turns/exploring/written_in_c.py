"""Write down objects whose state is in fields of C, and not in an attribute dictionary.

What such a class refers to, `gc.get_referents` shows; numbers and flags it does not. So each class
here is written by all that makes up its state, and the others are opaque.
"""

import abc
import builtins
import collections
import contextvars
import dataclasses
import datetime as dt
import decimal
import functools
import gc
import itertools
import operator
import re
import threading
import types
import typing
from collections.abc import Callable
from typing import Any

from turns.exploring.opaque import Opaque
from turns.exploring.writing import PLAIN, Writing

_FIELDS = (types.GetSetDescriptorType, types.MemberDescriptorType)
_IMMUTABLE_TYPE = 1 << 8
_LEFT_OUT = frozenset(["__class__", "__dict__", "__traceback__"])


def attributes(thing: object) -> object:
    """Return what has been set on ``thing``, even where it has no ``__dict__`` that shows it."""
    state = object.__getstate__(thing)
    return state[0] if isinstance(state, tuple) else state


def exception(walk: Writing, error: BaseException, base: type) -> None:
    """Write an exception: every field that its classes in C have, whatever they are called."""
    for one in _fields(base):
        field(walk, error, one)
    # And what no field shows.
    walk.add(*(one for one in gc.get_referents(error) if type(one) is not types.TracebackType))


def field(walk: Writing, thing: object, descriptor: Any) -> None:
    """Write one field, which may have no value."""
    try:
        value = descriptor.__get__(thing)
    except AttributeError:
        walk.out.append("unset")
    else:
        walk.out.append("set")
        walk.add(value)


def dictionary(thing: object) -> dict[str, object] | None:
    """Return the ``__dict__`` of an object, if it has one, without asking its class."""
    try:
        found: dict[str, object] = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        return None
    return found


@functools.cache
def _fields(kind: type) -> tuple[Any, ...]:
    return tuple(
        one
        for above in kind.__mro__
        for name, one in vars(above).items()
        if isinstance(one, _FIELDS) and name not in _LEFT_OUT
    )


def answers(walk: Writing, kind: type) -> None:
    """Write which classes were asked for, and found to have what a protocol wants, or not.

    That is remembered, even if the class gets it later.
    """
    _, found, missed, version = abc._get_dump(kind)  # type: ignore[attr-defined]
    walk.out.append(version == abc.get_cache_token())
    for references in (found, missed):
        kinds = [one for one in (reference() for reference in references) if one is not None]
        walk.out.append(len(kinds))
        walk.add(*sorted(kinds, key=lambda kind: (kind.__module__, kind.__qualname__)))


def deque(walk: Writing, things: "collections.deque[Any]") -> None:
    """Write a deque, or what one is inherited from."""
    walk.out += (len(things), things.maxlen)
    walk.add(*collections.deque.__iter__(things))


def _ordered(walk: Writing, mapping: "collections.OrderedDict[Any, Any]") -> None:
    walk.out.append(len(mapping))
    for pair in collections.OrderedDict.items(mapping):  # not in the order of the dict below it
        walk.add(*pair)


def mapping(walk: Writing, things: dict[Any, Any]) -> None:
    """Write a dict, or what one is inherited from."""
    walk.out.append(len(things))
    for pair in dict.items(things):
        walk.add(*pair)


def _defaults(walk: Writing, things: "collections.defaultdict[Any, Any]") -> None:
    mapping(walk, things)
    walk.add(things.default_factory)


def _bytes(walk: Writing, thing: bytearray) -> None:
    walk.out.append(bytes(thing))


def _float(walk: Writing, number: float) -> None:
    walk.out.append(float.__pos__(number))  # with the sign that a text of NaN lacks


def _complex(walk: Writing, number: complex) -> None:
    walk.out.append(complex.__pos__(number))


def referents(walk: Writing, thing: Any) -> None:
    """Write what is nothing but what it refers to."""
    found = [one for one in gc.get_referents(thing) if one is not type(thing)]
    walk.out.append(len(found))
    walk.add(*found)


def _reduced(walk: Writing, thing: Any) -> None:
    walk.add(*thing.__reduce__()[1])


def _text(walk: Writing, thing: object) -> None:
    walk.out.append(repr(thing))


def _lock(walk: Writing, lock: object) -> None:
    walk.out.append(repr(lock).partition(" at ")[0])  # whether it is locked, by whom, how often


def _count(walk: Writing, count: "itertools.count[int]") -> None:
    if any(type(one) not in PLAIN for one in gc.get_referents(count) if one is not type(count)):
        raise Opaque("itertools.count over what is no number")
    walk.out.append(repr(count))


def _repeat(walk: Writing, repeat: "itertools.repeat[object]") -> None:
    walk.out.append(operator.length_hint(repeat, -1))
    referents(walk, repeat)


def _cycle(walk: Writing, cycle: "itertools.cycle[object]") -> None:
    if sum(one is not type(cycle) for one in gc.get_referents(cycle)) < 2:
        raise Opaque("itertools.cycle after its first time around")  # only a number is left of it
    referents(walk, cycle)


def _slice(walk: Writing, thing: slice) -> None:
    walk.add(thing.start, thing.stop, thing.step)


def _alias(walk: Writing, alias: Any) -> None:
    walk.add(alias.__origin__, alias.__args__, getattr(alias, "__unpacked__", None))


def _token(walk: Writing, token: "contextvars.Token[Any]") -> None:
    if any(type(one) not in PLAIN for one in gc.get_referents(token.var)):
        raise Opaque("contextvars.Token of a variable with a default")
    # A token that was used can reset nothing more. Nothing else shows it.
    walk.out.append(repr(token).startswith("<Token used "))
    referents(walk, token)


def _pattern(walk: Writing, pattern: "re.Pattern[Any]") -> None:
    walk.add(pattern.pattern, pattern.flags)


def _match(walk: Writing, match: "re.Match[Any]") -> None:
    walk.add(match.re, match.string, match.pos, match.endpos, match.regs)
    walk.add(match.lastindex, match.lastgroup)


def _partial(walk: Writing, partial: "functools.partial[Any]") -> None:
    walk.add(partial.func, partial.args, partial.keywords, partial.__dict__)


def _wrapped(walk: Writing, method: Any) -> None:
    walk.add(method.__func__, method.__dict__)


def _property(walk: Writing, thing: property) -> None:
    walk.add(thing.fget, thing.fset, thing.fdel, thing.__doc__)


def _parameter(walk: Writing, parameter: Any) -> None:
    walk.add(parameter.__name__, attributes(parameter))
    referents(walk, parameter)


def _frozen(walk: Writing, mapping: Any) -> None:
    walk.add(dict(mapping))


def _instances() -> dict[type, Callable[[Writing, Any], None]]:
    """Find the classes that have no names of their own."""
    point: Any = collections.namedtuple("point", "x")  # noqa: PYI024
    singles = (getattr(typing, "NoDefault", None), getattr(dataclasses, "MISSING", None))
    parameters = (typing.TypeVar, typing.ParamSpec, typing.TypeVarTuple)
    return {
        type(point.x): _reduced,
        type(threading.RLock()): _lock,
        type(iter(list, None)): referents,
        **{type(one): _text for one in singles if type(one).__module__ == "builtins"},
        # From Python 3.15 on.
        **{vars(builtins)[name]: _frozen for name in ("frozendict",) if hasattr(builtins, name)},
        # Until Python 3.11 they are written in Python.
        **{kind: _parameter for kind in parameters if kind.__flags__ & _IMMUTABLE_TYPE},
    }


EXPAND: dict[type, Callable[[Writing, Any], None]] = {
    collections.deque: deque,
    contextvars.Token: _token,
    dt.timedelta: _text,
    **dict.fromkeys((decimal.Decimal, decimal.Context), _text),
    functools.partial: _partial,
    itertools.count: _count,
    itertools.cycle: _cycle,
    itertools.repeat: _repeat,
    **dict.fromkeys((itertools.chain, itertools.starmap, itertools.filterfalse), referents),
    operator.itemgetter: _reduced,
    property: _property,
    re.Match: _match,
    re.Pattern: _pattern,
    slice: _slice,
    **dict.fromkeys((staticmethod, classmethod), _wrapped),
    types.GenericAlias: _alias,
    **_instances(),
}
"""By the class itself: of heirs, the attributes would be missing."""

CONTENT: dict[type, Callable[[Writing, Any], None]] = {
    collections.deque: deque,
    collections.OrderedDict: _ordered,
    collections.defaultdict: _defaults,
    dict: mapping,
    bytearray: _bytes,
    float: _float,
    complex: _complex,
}
"""How to write what a class holds, also where another inherits from it."""
