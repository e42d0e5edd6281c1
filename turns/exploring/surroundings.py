"""What was there before the program: the classes and modules that are not its own.

How a class of the standard library behaves is known as long as nobody changes it, so of such a
class only what has changed since the start has to be written down. Whatever was not there at the
start is the program's own.
"""

import collections
import os
import sys
from operator import is_
from pathlib import Path
from types import CodeType, ModuleType

_HEAP_TYPE, _IMMUTABLE_TYPE = 1 << 9, 1 << 8
_MUTABLE = (list, dict, set, bytearray, collections.deque, collections.defaultdict)
_BEGUN: dict[int, "Begun"] = {}
"""By the id of the class: what it was like when it was first seen, before any program."""


class Begun:
    """What a class held at the start."""

    __slots__ = ("_kind", "_names", "_values", "shared")

    def __init__(self, kind: type) -> None:
        """Remember it."""
        self._kind = kind  # alive, so that its id is not given out again
        self._names = tuple(vars(kind))
        self._values = tuple(vars(kind).values())
        self.shared = [
            value
            for name, value in vars(kind).items()
            if type(value) in _MUTABLE and not name.startswith("_")
        ]
        """What of it could be changed in place."""

    def changes(self) -> dict[str, object]:
        """Return what it holds now and did not hold then; None for what is gone."""
        now = vars(self._kind)
        if (
            len(now) == len(self._names)
            and all(map(is_, now, self._names))
            and all(map(is_, now.values(), self._values))
        ):
            return {}
        before = dict(zip(self._names, self._values, strict=True))
        changed = {
            name: value for name, value in now.items() if before.get(name, self) is not value
        }
        return changed | {f"no {name}": None for name in before if name not in now}


def note_classes() -> None:
    """Remember what classes are like that are seen for the first time."""
    todo = [object]
    for kind in todo:  # grows meanwhile
        for heir in type.__subclasses__(kind):
            if id(heir) not in _BEGUN and heir.__module__ != "__main__":
                _BEGUN[id(heir)] = Begun(heir)
            todo.append(heir)


class Surroundings:
    """All that is there before a program in ``folder`` runs for the first time."""

    def __init__(self, folder: Path) -> None:
        """Look around."""
        self._folder = f"{folder}{os.sep}"
        loaded = [*sys.modules.items()]  # to ask a lazy module for anything may load others
        self._names = {name for name, one in loaded if not self._is_own(one)}
        self.modules = {
            id(vars(module)): (name, module, frozenset(vars(module)))
            for name, module in loaded
            if type(module) is ModuleType and name != "__main__" and not self._is_own(module)
        }
        """By the id of its variables: each module's name, itself, and the names in it."""
        self._numbers: dict[int, int] = {}
        self._codes: dict[CodeType, int] = {}
        """Keeps the first of each alive, so that its id is not given out again."""
        note_classes()

    def begun(self, kind: type) -> Begun | None:
        """Return what the class was like; None if it is the program's own."""
        return _BEGUN.get(id(kind))

    def own_modules(self) -> list[ModuleType]:
        """Return the modules of the program's folder that are loaded now."""
        new = (sys.modules[name] for name in sorted(sys.modules.keys() - self._names))
        return [module for module in new if self._is_own(module)]

    def number(self, code: CodeType) -> int:
        """Number a code object: equal ones have the same, also where each run compiles its own."""
        number = self._numbers.get(id(code))
        if number is None:
            number = self._codes.get(code)
        if number is None:
            number = self._codes[code] = self._numbers[id(code)] = len(self._codes)
        return number

    def _is_own(self, module: object) -> bool:
        return str(getattr(module, "__file__", None) or "").startswith(self._folder)


def can_change(kind: type) -> bool:
    """Tell whether a program can set attributes of the class."""
    return bool(kind.__flags__ & _HEAP_TYPE) and not kind.__flags__ & _IMMUTABLE_TYPE
