"""Hide, while a program is watched, what would bring a scheduler of its own.

A library that tries for one finds it as if it were not installed, and goes on with asyncio.
"""

import contextlib
import importlib.abc
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import NoReturn

from turns.runtime import context, refusing
from turns.runtime.limits import NoModuleError

_LOOPS = frozenset(["uvloop", "winloop", "rloop"])
"""They replace asyncio's loop."""
_SCHEDULERS = frozenset(["trio", "curio"])
"""They stand beside asyncio."""
_RIVALS = _LOOPS | _SCHEDULERS

_find_spec = importlib.util.find_spec


def _is_rival(name: str) -> bool:
    return name.partition(".")[0] in _RIVALS


class _Finder(importlib.abc.MetaPathFinder):
    """Refuses to find them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> None:
        """Leave all others to other finders."""
        del path, target
        if context.current is not None and _is_rival(fullname):
            _refuse(fullname)


def _refuse(name: str) -> NoReturn:
    where = refusing.place()
    at = f" ({where})" if where else ""
    if name.partition(".")[0] in _LOOPS:
        text = f"a watched program runs on asyncio's own loop: take out `{name}`{at}"
    else:
        text = f"{name} has a scheduler of its own, which cannot be watched: use asyncio{at}"
    raise NoModuleError(text, name)


def find_spec(name: str, package: str | None = None) -> ModuleSpec | None:
    """Find nothing where somebody only asks whether one of them is there."""
    if context.current is not None and _is_rival(name):
        return None
    return _find_spec(name, package)


@contextlib.contextmanager
def hidden() -> Iterator[None]:
    """Hide them, also those that were imported before."""
    before = {}
    if not _RIVALS.isdisjoint(sys.modules):  # hundreds, in each run
        before = {name: module for name, module in sys.modules.items() if _is_rival(name)}
    for name in before:
        del sys.modules[name]
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):  # the program may have taken it out
            sys.meta_path.remove(finder)
        sys.modules.update(before)
