"""Write down everything that can be reached from an object, so that equal states have equal texts.

Each object is its number in the order of the walk, and all of its state; an object met again is its
number alone. What the walk does not know is never guessed: it raises `Opaque`.
"""

import asyncio
import contextvars
import gc
import logging
import marshal
import operator
import sys
import types
import weakref
from collections.abc import Callable, Iterable
from typing import Any

from turns.exploring import scheduled, varying, written_in_c
from turns.exploring.opaque import Opaque, Undecided
from turns.exploring.surroundings import Surroundings, can_change
from turns.exploring.survey import known
from turns.exploring.writing import REFERENCE, Writing
from turns.runtime.run import Run

_ATOMS = (str, bytes, int, bool, type(None), type(NotImplemented), range)
_SAMPLES: tuple[Iterable[object], ...] = (
    *([], (), "", "\u4e2d", b"", range(0), range(1 << 70), {}, {}.values(), {}.items()),
    reversed([]),
)
_ITERATORS = {type(iter(sample)) for sample in _SAMPLES} | {enumerate, zip, map, filter, reversed}
_OF_DICTS = (*map(type, map(iter, _SAMPLES[-3:])),)
"""Those that know how many items are left, beside which they are."""
_BY_NAME = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.GetSetDescriptorType,
    types.MemberDescriptorType,
    types.ClassMethodDescriptorType,
    types.MethodWrapperType,
)
_TRANSPARENT = frozenset(
    "FutureIter TaskStepMethWrapper TaskWakeupMethWrapper coroutine_wrapper anext_awaitable"
    " dict_keys dict_values dict_items async_generator_wrapped_value mappingproxy".split()
)
"""Types written in C, by name, that are nothing but what they refer to."""
_STEPS = frozenset(["async_generator_asend", "async_generator_athrow"])
"""Those of what steps of an async generator are awaited with."""
_CLASS_NOISE = frozenset(["__dict__", "__weakref__", "__module__", "_abc_impl"])
_MODULE_NOISE = frozenset(["__builtins__", "__loader__", "__spec__", "__warningregistry__"])


class Walk(Writing):
    """One walk: `add` what it starts from, then `finish`."""

    def __init__(
        self,
        running: Run,
        loop: Any,
        surroundings: Surroundings,
        *,
        deadline: Callable[[float], object],
        tracebacks: bool,
    ) -> None:
        """Prepare to walk the program that ``loop`` runs.

        ``deadline`` turns that of a timer into what is to be written of it. With ``tracebacks``,
        the program reads those of exceptions.
        """
        super().__init__(surroundings, deadline)
        self.loop = loop
        own = surroundings.own_modules()
        self._own = {id(variables): variables for variables in (running.module, *map(vars, own))}
        """The variables of the program's own modules, by their ids."""
        self._streams = running.streams
        self._tracebacks = tracebacks
        self.add(running.module, *own)

    def finish(self) -> bytes:
        """Write the state of all that was found on the way, and return the whole.

        Raise `Opaque`, or `Undecided`.
        """
        out = self.out
        for thing in self.found:  # grows meanwhile
            out.append(REFERENCE)
            if thing is self.loop:
                out.append("the loop")
            elif id(thing) in self._own:
                self._module_variables(thing)
            else:
                kind = type(thing)
                out.append(kind.__qualname__)
                expand = _EXPAND.get(kind)
                if expand is None:
                    expand = _expansion(kind)
                    if self.surroundings.begun(kind):  # the program's own are new in each run
                        _EXPAND[kind] = expand
                expand(self, thing)
        streams = [self.number(stream) for stream in self.loop._asyncgens]
        if None in streams:
            raise Opaque("an async generator that only its loop knows")
        out.append(sorted(filter(None, streams)))  # a set of the loop's, which has no order
        data = marshal.dumps(out, 2)  # version 2 knows nothing of references or interned strings
        if varying.varies(data):
            raise Undecided(varying.WHY)
        return data

    # -- One kind of object after the other --------------------------------------------------------

    def _module(self, module: types.ModuleType) -> None:
        variables = vars(module)
        self.out.append(module.__name__)
        if id(variables) in self._own:
            self.add(variables)
            return
        before = self._stateless(variables)
        if len(before) != len(variables):
            self.variables({name: variables[name] for name in variables if name not in before})

    def _stateless(self, variables: dict[str, Any]) -> frozenset[str]:
        """Return the names that a module had at the start; raise if it may have a state.

        What programs can do with the modules that the survey knows does not change them, but for
        what is digested apart.
        """
        name, _, names = self.surroundings.modules.get(id(variables), ("", None, frozenset()))
        if not known.is_inert(name):
            raise Opaque(f"module {name or variables.get('__name__')}")
        return names

    def _module_variables(self, variables: dict[str, Any]) -> None:
        if variables.get("__warningregistry__", {}).keys() - {"version"}:
            raise Opaque("a warning that is shown once")
        self.variables({k: v for k, v in variables.items() if k not in _MODULE_NOISE})

    def _by_name(self, function: Any) -> None:
        self.out.append(function.__name__)
        self.add(getattr(function, "__self__", None), getattr(function, "__objclass__", None))

    def _function(self, function: types.FunctionType) -> None:
        self.code(function.__code__)
        variables = function.__globals__
        if str(variables.get("__name__")).startswith("turns."):
            return  # what stands in for a function of the standard library
        if id(variables) not in self._own:
            if id(variables) in self.surroundings.modules:
                self._stateless(variables)
            else:
                self._module_variables(variables)
        # As `functools.wraps` has it from another.
        self.add(function.__name__, function.__qualname__, function.__module__, function.__doc__)
        self.add(function.__closure__, function.__defaults__, function.__kwdefaults__)
        if function.__dict__:
            self.add(function.__dict__)

    def _cell(self, cell: types.CellType) -> None:
        try:
            self.add(cell.cell_contents)
        except ValueError:
            self.out.append("empty")

    def _logger(self, logger: logging.Logger) -> None:
        self.out.append(logger.name)  # the rest of it stands with the others

    def _iterator(self, iterator: Any) -> None:
        try:
            self.add(*iterator.__reduce__()[1:])
        except RuntimeError:
            raise Opaque("an iterator of what has changed its size") from None
        left = operator.length_hint(iterator, -1) if type(iterator) in _OF_DICTS else None
        self.add(left, *gc.get_referents(iterator))

    def _method(self, method: types.MethodType) -> None:
        self.add(method.__func__, method.__self__)

    def _weak(self, reference: "weakref.ref[Any]") -> None:
        self.add(reference())

    def _class(self, kind: type) -> None:
        self.out += (kind.__module__, kind.__qualname__)
        if not can_change(kind):
            return
        begun = self.surroundings.begun(kind)
        if begun is not None:
            module = kind.__module__
            if not (module.startswith("turns.") or known.is_inert(module)):
                raise Opaque(f"module {module}")
            self.variables(begun.changes())
            self.add(*begun.shared)
            return
        self.add(type(kind), kind.__bases__, kind.__name__)
        self.variables({k: v for k, v in vars(kind).items() if k not in _CLASS_NOISE})
        if vars(kind).get("_is_runtime_protocol"):
            written_in_c.answers(self, kind)

    def _instance(self, thing: Any) -> None:
        """An object of a class written in Python, or of one in C that is known below."""
        kind = type(thing)
        if any(thing is stream for stream in self._streams):
            self.out.append("standard stream")
            return
        self.add(kind)
        self._content(thing, _base(kind))
        attributes = written_in_c.dictionary(thing)
        if isinstance(thing, asyncio.Timeout) and thing._when is not None:  # type: ignore[attr-defined]
            attributes = {**vars(thing), "_when": self.deadline(thing._when)}  # type: ignore[attr-defined]
        self.add(attributes)
        for above in kind.__mro__:
            if _is_written_in_python(above):
                for slot in vars(above).values():
                    if type(slot) is types.MemberDescriptorType:
                        written_in_c.field(self, thing, slot)

    def _sequence(self, things: Any) -> None:
        self.out.append(len(things))
        self.add(*things)

    def _content(self, thing: Any, base: Any) -> None:
        """Write what the class in C that ``thing`` inherits from holds."""
        write = written_in_c.CONTENT.get(base)
        if write is not None:
            write(self, thing)
        elif base in {list, tuple, set, frozenset}:
            self.out.append(len(thing))
            self.add(*base.__iter__(thing))
        elif base in _ATOMS:
            self.out.append(base.__repr__(thing))
        elif issubclass(base, BaseException):
            if self._tracebacks:
                raise Opaque("an exception, in a program that reads tracebacks")
            written_in_c.exception(self, thing, base)
        elif base not in {object, types.SimpleNamespace}:
            raise Opaque(f"{type(thing).__module__}.{type(thing).__qualname__}")


_EXPAND: dict[type, Callable[[Walk, Any], None]] = {
    types.ModuleType: Walk._module,
    types.FunctionType: Walk._function,
    types.MethodType: Walk._method,
    types.CellType: Walk._cell,
    types.CodeType: Walk.code,
    contextvars.Context: scheduled.context,
    contextvars.ContextVar: scheduled.variable,
    dict: written_in_c.mapping,
    **dict.fromkeys((list, tuple), Walk._sequence),
    **dict.fromkeys(_BY_NAME, Walk._by_name),
    **dict.fromkeys(scheduled.PREFIXES, scheduled.coroutine),
    **dict.fromkeys(_ITERATORS, Walk._iterator),
    **written_in_c.EXPAND,
}
"""How to write what of a type is not told by its name; `_expansion` finds the others."""


def _expansion(kind: type) -> Callable[[Walk, Any], None]:
    for base, expand in (
        (type, Walk._class),
        (asyncio.Future, scheduled.future),
        (asyncio.Handle, scheduled.handle),
        (logging.Logger, Walk._logger),
        (weakref.ref, Walk._weak),
        # From Python 3.12 on, that of a future is a subclass, `builtin_method`.
        (types.BuiltinFunctionType, Walk._by_name),
    ):
        if issubclass(kind, base):
            return expand
    if not can_change(kind) and kind.__name__ in _TRANSPARENT:
        return written_in_c.referents
    if not can_change(kind) and kind.__name__ in _STEPS:
        return scheduled.step
    return Walk._instance


def _base(kind: type) -> type:
    """Return the class written in C that ``kind`` is or inherits from."""
    return next(above for above in kind.__mro__ if not _is_written_in_python(above))


def _is_written_in_python(kind: type) -> bool:
    if not can_change(kind):
        return False
    module = sys.modules.get(kind.__module__)
    file = str(getattr(module, "__file__", ""))
    return kind.__module__ == "__main__" or file.endswith((".py", ".pyc"))
