"""What code can reach from an object: the part of it that can change, as numbers.

`Reach.add` walks from what a turn runs to everything its code can get at, and notes each object
that can change as a *place*. What a walk meets that it does not know makes it raise `Opaque`: then
nothing is known of what the turn touches.

Some things can change and hardly ever do: functions, classes, modules, the global variables of the
program, and the variables that functions inside of functions share. The walk goes through them and
holds them to be *steady*; it notes how they are before the turn, so that after the turn it can be
seen whether that was right (`Reach.changed`). What has once changed is a place from then on, in all
runs (``unsteady``), and all that was found before is void. So a turn that changes one of them, in
whatever way, is never overlooked: up to the first such turn everything rests on what is right.

What is left out, and why that is sound for programs that do not use private names, frames and
tracebacks: what waits for a future (completing it makes callbacks ready and runs none), the
coroutine of a task from outside (only the task itself runs it), frames and tracebacks, the loop
(what is done to it is to make handles ready; `turns.exploring.traces.access` looks at the rest),
and what foreign modules, and asyncio's functions, have in their global variables.
"""

import asyncio
import contextvars
import dis
import functools
import gc
import types
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from turns.exploring.digest import names_in
from turns.exploring.opaque import Opaque
from turns.exploring.traces.kinds import (
    CLASS_NOISE,
    CONSTANT,
    FOREIGN,
    FUTURES,
    PREFIXES,
    TRANSPARENT,
    is_foreign,
    is_harmless,
    is_static,
    is_visible,
)
from turns.exploring.traces.places import Places, UnfitError
from turns.runtime.handles import Task

Key = tuple[object, ...]
"""Names something steady, in all runs."""


@dataclass
class Knowledge:
    """What is known of a program beside its state, for all runs."""

    attributes: frozenset[str]
    """The names under which it, or asyncio, may keep something in a future."""
    unsteady: set[Key]
    """What has been seen to change."""

    @classmethod
    def of(cls, code: types.CodeType) -> "Knowledge":
        """Begin with what the compiled module says."""
        names = names_in(code) if _SETTERS & names_in(code) else frozenset(_stored(code))
        return cls((names | {"_children", "_cancel_requested"}) - _METHODS, set())


_SETTERS = {"setattr", "__setattr__", "__dict__", "vars"}
_METHODS = frozenset(dir(Task))


def _stored(code: types.CodeType) -> Iterator[str]:
    for step in dis.get_instructions(code):
        if step.opname == "STORE_ATTR":
            yield step.argval
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _stored(constant)


class Reach:
    """One walk; what it found is in `places`."""

    def __init__(self, places: Places, module: dict[str, Any], program: Knowledge) -> None:
        """Walk in ``program``, whose global variables are ``module``."""
        self.places: set[object] = set()
        self._numbers = places
        self._module = module
        self._program = program
        self._seen: dict[int, object] = {}
        self._steady: dict[int, tuple[Key, Callable[[Any], list[object]], Any, list[object]]] = {}
        self._globals: dict[str, object] = {}
        """The global variables that it has met, as they were."""
        self._modules: list[types.ModuleType] = []
        """The modules that it has met, of which it looks into what is mentioned."""
        self._mentioned: set[str] = set()

    def place(self, thing: object) -> None:
        """Note a place, and do not look into it."""
        self.places.add(self._numbers.number(thing))

    def add(self, *things: object) -> None:
        """Walk from ``things``; raise `Opaque` at what is not known."""
        todo: list[Any] = [*things]
        seen = self._seen
        while todo:
            thing = todo.pop()
            kind = type(thing)
            if kind in CONSTANT or id(thing) in seen:
                continue
            seen[id(thing)] = thing
            todo += self._look(thing, kind)
            if not todo:
                todo += self._in_modules()

    def task(self, task: Any) -> None:
        """Walk from what a step of this task runs."""
        self.add(task, task._coro)

    def changed(self) -> set[Key]:
        """Return what was held to be steady, and has changed since the walk."""
        found = set()
        for key, state, thing, before in self._steady.values():
            if [*map(id, state(thing))] != [*map(id, before)]:
                found.add(key)
        for name, value in self._globals.items():
            if self._module.get(name, _MISSING) is not value:
                found.add(("global", name))
        return found

    # -- One kind of object after the other --------------------------------------------------------

    def _look(self, thing: Any, kind: type) -> list[Any]:  # noqa: C901, PLR0911, PLR0912
        if kind in TRANSPARENT:
            return gc.get_referents(thing)
        if issubclass(kind, types.BuiltinFunctionType):
            return [] if isinstance(thing.__self__, types.ModuleType) else [thing.__self__]
        if kind is types.FunctionType:
            return self._function(thing)
        if issubclass(kind, type):
            return self._class(thing)
        if kind is types.ModuleType:
            if thing.__dict__ is self._module:
                raise Opaque("the program's own module, as a value")
            self._hold(thing, ("module", thing.__name__), _variables)
            self._modules.append(thing)
            return []
        if kind is types.CellType:
            self._hold(thing, ("cells",), _content)
            return _content(thing)
        if issubclass(kind, asyncio.AbstractEventLoop):
            return []
        if issubclass(kind, asyncio.Handle):
            self.place(thing)
            return []
        if issubclass(kind, asyncio.Future):
            return self._future(thing, kind)
        if kind in PREFIXES:
            return self._coroutine(thing, PREFIXES[kind])
        if kind is contextvars.Context:
            self.place(thing)
            return [*thing.keys(), *thing.values()]
        if issubclass(kind, weakref.ref) or hasattr(kind, "__del__"):
            # What is numbered lives to the end of the turn.
            raise UnfitError("the program can tell when an object is destroyed")
        self.place(thing)
        if is_visible(kind):
            return gc.get_referents(thing)
        raise Opaque(f"{kind.__module__}.{kind.__qualname__}")

    def _in_modules(self) -> list[Any]:
        """Return what the code that was met can get from the modules that were met."""
        found = []
        for module in self._modules:
            inside = vars(module)
            values = (inside[name] for name in self._mentioned if name in inside)
            found += [value for value in values if id(value) not in self._seen]
        return [value for value in found if type(value) not in CONSTANT]

    def _hold(self, thing: Any, key: Key, state: Callable[[Any], list[object]]) -> None:
        if key in self._program.unsteady:
            self.place(thing)
        else:
            self._steady[id(thing)] = (key, state, thing, state(thing))

    def _function(self, function: types.FunctionType) -> list[Any]:
        code, foreign = function.__code__, function.__globals__.get("__name__")
        if function.__globals__ is not self._module and not is_harmless(foreign):
            raise Opaque(f"a function of {foreign}")
        key = ("function", code.co_filename, code.co_firstlineno, code.co_qualname)
        self._hold(function, key, _function_state)
        inside: list[Any] = [*(function.__closure__ or ()), function.__defaults__]
        inside += [*(function.__kwdefaults__ or {}).values(), *vars(function).values()]
        return inside + self._named(code, function.__globals__)

    def _class(self, kind: type) -> list[Any]:
        key = ("class", kind.__module__, kind.__qualname__)
        if is_static(kind):
            return []
        self._hold(kind, key, _class_state)
        if key in self._program.unsteady or not is_foreign(kind):
            inside = [value for name, value in vars(kind).items() if name not in CLASS_NOISE]
            return [*inside, *kind.__bases__, type(kind)]
        return []

    def _future(self, future: Any, kind: type) -> list[Any]:
        if kind not in FUTURES:
            raise Opaque("a future of a class of the program's own")
        self.place(future)
        inside = [future._result, future._exception, future._cancel_message]
        # A future has no `__dict__` that could be asked for, and yet may have attributes.
        inside += [getattr(future, name, None) for name in self._program.attributes]
        if issubclass(kind, asyncio.Task):
            inside.append(future._fut_waiter)
        return inside

    def _coroutine(self, thing: Any, prefix: str) -> list[Any]:
        self.place(thing)
        frame = getattr(thing, f"{prefix}_frame")
        if frame is None:
            return []
        foreign = frame.f_globals.get("__name__")
        if frame.f_globals is not self._module and foreign not in FOREIGN:
            raise Opaque(f"a coroutine or generator of {foreign}")
        named = self._named(frame.f_code, frame.f_globals)
        skipped = (frame.f_globals, frame.f_builtins, frame)
        return named + [
            one for one in gc.get_referents(thing) if not any(one is other for other in skipped)
        ]

    def _named(self, code: types.CodeType, names: dict[str, Any]) -> list[Any]:
        """Return the values of the global variables that ``code`` mentions."""
        if names is not self._module:
            return []
        found = []
        self._mentioned |= _mentioned(code)
        for name in _mentioned(code):
            if ("global", name) in self._program.unsteady:
                self.places.add(("global", name))
            elif name not in self._globals:
                self._globals[name] = self._module.get(name, _MISSING)
            if name in self._module:
                found.append(self._module[name])
        return found


_MISSING = object()


@functools.lru_cache(maxsize=1024)
def _mentioned(code: types.CodeType) -> frozenset[str]:
    return names_in(code)


def _variables(thing: Any) -> list[object]:
    return [*vars(thing), *vars(thing).values()]


def _class_state(kind: type) -> list[object]:
    return [kind.__bases__, *_variables(kind)]


def _content(cell: types.CellType) -> list[object]:
    try:
        return [cell.cell_contents]
    except ValueError:
        return []


def _function_state(function: types.FunctionType) -> list[object]:
    named = function.__kwdefaults__ or {}
    return [
        function.__code__,
        function.__defaults__,
        *named,
        *named.values(),
        *_variables(function),
    ]
