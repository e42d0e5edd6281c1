"""What a program can do to the interpreter that runs it, and that is undone after each run."""

import _signal  # type: ignore[import-not-found]
import builtins
import contextlib
import signal
import sys
from collections.abc import Iterator
from typing import Any

_LIMIT = sys.getrecursionlimit()
_BUILTINS = dict(builtins.__dict__)
_now = builtins.__dict__
_NUMBERS = sorted(signal.valid_signals())
_getsignal = _signal.getsignal  # that of `signal` takes ten times as long
_around: list[Any] = []
"""The handlers of signals that were there before the program; empty while none runs."""
_HOOKS = ("excepthook", "unraisablehook", "displayhook", "breakpointhook")


def complete() -> None:
    """Put back what we need to say how the program ended: builtins, and room on the stack."""
    missing = {**_BUILTINS, **_now}
    _now.update(missing)
    if sys.getrecursionlimit() < _LIMIT:
        sys.setrecursionlimit(_LIMIT)


@contextlib.contextmanager
def restored() -> Iterator[None]:
    """Put back builtins, modules, hooks, the limit of recursion, and the handlers of signals.

    The hooks begin as in a fresh interpreter, whatever those around us have set.
    """
    hooks = [(name, getattr(sys, name)) for name in _HOOKS]
    limit = sys.getrecursionlimit()
    handlers = _around[:] = _handlers()
    before, modules = dict(_now), dict(sys.modules)
    for name in _HOOKS:
        setattr(sys, name, getattr(sys, f"__{name}__"))
    try:
        yield
    finally:
        _around.clear()
        _now.update(before)
        sys.modules.update(modules)
        sys.setrecursionlimit(limit)
        for name, hook in hooks:
            setattr(sys, name, hook)
        for number, was, handler in zip(_NUMBERS, handlers, _handlers(), strict=True):
            if handler is not was and was is not None:
                with contextlib.suppress(ValueError):  # only the main thread can set one
                    signal.signal(number, was)


def handler(number: int) -> Any:
    """Return what happens upon a signal, without what those around us have set for themselves."""
    now = signal.getsignal(number)
    if callable(now) and _around and now is _around[_NUMBERS.index(signal.Signals(number))]:
        return signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
    return now


def _handlers() -> list[Any]:
    """Return the handlers of all signals, as far as Python knows them."""
    return [*map(_getsignal, _NUMBERS)]
