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

from turns.exploring import varying, written_in_c
from turns.exploring.opaque import Opaque, Undecided
from turns.exploring.surroundings import Surroundings, can_change
from turns.exploring.survey import known
from turns.exploring.survey.hidden import hides_a_position
from turns.exploring.written_in_c import PLAIN
from turns.runtime.handles import SIGNED
from turns.runtime.run import Run

_ATOMS = (str, bytes, int, bool, type(None), type(NotImplemented), range)
_REFERENCE = ...
"""Stands before the number of an object."""
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
_FRAMES = (types.FrameType, types.CodeType)
_TRANSPARENT = frozenset(
    "FutureIter TaskStepMethWrapper TaskWakeupMethWrapper coroutine_wrapper anext_awaitable"
    " dict_keys dict_values dict_items async_generator_wrapped_value mappingproxy".split()
)
"""Types written in C, by name, that are nothing but what they refer to."""
_STEPS = frozenset(["async_generator_asend", "async_generator_athrow"])
"""Those of what steps of an async generator are awaited with."""
_CLASS_NOISE = frozenset(["__dict__", "__weakref__", "__module__", "_abc_impl"])
_HANDLES = frozenset({*SIGNED, *SIGNED.values()})
_MODULE_NOISE = frozenset(["__builtins__", "__loader__", "__spec__", "__warningregistry__"])


class Walk:
    """One walk: `add` what it starts from, then `finish`."""

    def __init__(
        self,
        running: Run,
        loop: object,
        surroundings: Surroundings,
        *,
        deadline: Callable[[float], object],
        tracebacks: bool,
    ) -> None:
        """Prepare to walk the program that ``loop`` runs.

        ``deadline`` turns that of a timer into what is to be written of it. With ``tracebacks``,
        the program reads those of exceptions.
        """
        self.loop = loop
        own = surroundings.own_modules()
        self._own = {id(variables): variables for variables in (running.module, *map(vars, own))}
        """The variables of the program's own modules, by their ids."""
        self._surroundings = surroundings
        self._streams = running.streams
        self._deadline = deadline
        self._tracebacks = tracebacks
        self.out: list[Any] = []
        """What has been written: what `marshal` can write."""
        self._numbers: dict[int, int] = {}
        self._stepping: set[int] = set()
        """The ids of async generators of which a step was found."""
        self._found: list[Any] = []
        """By number. Keeps them alive too: their ids must not be given out again."""
        self.add(running.module, *own)

    def add(self, *things: Any) -> None:
        """Write references to ``things``; the state of each follows once."""
        out, numbers, found = self.out, self._numbers, self._found
        for thing in things:
            kind = type(thing)
            if kind in PLAIN and thing == thing:  # noqa: PLR0124 - NaN is not: who it is counts
                out.append(thing)
            else:
                number = numbers.get(id(thing))
                if number is None:
                    number = numbers[id(thing)] = len(found)
                    found.append(thing)
                out += (_REFERENCE, number)

    def number(self, thing: object) -> int | None:
        """Return the number of what has been found."""
        return self._numbers.get(id(thing))

    def code(self, code: types.CodeType) -> None:
        """Write which code object this is."""
        self.out.append(self._surroundings.number(code))

    def finish(self) -> bytes:
        """Write the state of all that was found on the way, and return the whole.

        Raise `Opaque`, or `Undecided`.
        """
        out = self.out
        for thing in self._found:  # grows meanwhile
            out.append(_REFERENCE)
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
                    if self._surroundings.begun(kind):  # the program's own are new in each run
                        _EXPAND[kind] = expand
                expand(self, thing)
        data = marshal.dumps(out, 2)  # version 2 knows nothing of references or interned strings
        if varying.varies(data):
            raise Undecided(varying.WHY)
        return data

    def variables(self, values: dict[str, Any]) -> None:
        """Write names and values."""
        self.out += values
        self.add(*values.values())

    def changes(self, kind: type) -> None:
        """Write what has been set on a class since the start, and on those it inherits from."""
        for above in kind.__mro__:
            begun = self._surroundings.begun(above)
            if begun is not None:
                self.variables(begun.changes())

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
        name, _, names = self._surroundings.modules.get(id(variables), ("", None, frozenset()))
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
            if id(variables) in self._surroundings.modules:
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

    def _coroutine(self, thing: Any) -> None:
        prefix = _PREFIXES[type(thing)]
        frame = getattr(thing, f"{prefix}_frame")
        self.code(getattr(thing, f"{prefix}_code"))
        self.out += (getattr(thing, f"{prefix}_running"), frame is None)
        self.out += (thing.__name__, thing.__qualname__)
        if frame is None:
            return
        if sys.version_info >= (3, 15) and hides_a_position(thing, frame):
            raise Opaque("a loop's position, which this Python does not show")
        variables = frame.f_locals
        self.out.append(frame.f_lasti)
        self.out += sorted(variables)
        # The values of those variables, in the order of the code, and the value stack with the
        # exception being handled: all that a suspended frame refers to.
        known = {id(frame.f_globals), id(frame.f_builtins), id(variables)}
        referents = gc.get_referents(thing)
        self.add(*[r for r in referents if id(r) not in known and type(r) not in _FRAMES])

    def _step(self, step: Any) -> None:
        """Write a step of an async generator: whether it was awaited is kept where nothing looks.

        If it is the only one of a generator that runs, it is the one that waits. The others are
        opaque.
        """
        written_in_c.referents(self, step)
        for one in gc.get_referents(step):
            if type(one) is types.AsyncGeneratorType:
                if id(one) in self._stepping or not one.ag_running:
                    raise Opaque("a step of an async generator that nobody waits for")
                self._stepping.add(id(one))

    def _future(self, future: Any) -> None:
        self.out += (future._state, future._asyncio_future_blocking, future._log_traceback)
        self.add(future._cancel_message, future._exception, future._result, future._callbacks)
        if isinstance(future, asyncio.Task):
            self.out += (future.get_name(), future.cancelling(), future._must_cancel)  # type: ignore[attr-defined]
            self.add(future._coro, future._fut_waiter)  # type: ignore[attr-defined]
            self.add(*(r for r in gc.get_referents(future) if type(r) is contextvars.Context))
            self.out.append(future._log_destroy_pending)  # type: ignore[attr-defined]
            self.out.append(getattr(future, "hash", None))  # decides where it is in a set
        # Until somebody is told, the error that it was cancelled by is another one.
        self.add(*(r for r in gc.get_referents(future) if isinstance(r, asyncio.CancelledError)))
        self.add(written_in_c.attributes(future))
        if self._surroundings.begun(type(future)) is None:
            self.add(type(future))
        self._made(future)

    def _made(self, thing: Any) -> None:
        """Write where something was made, as its text tells in debug mode."""
        if thing._source_traceback:
            self.out.append(repr([*map(tuple, thing._source_traceback)]))

    def _logger(self, logger: logging.Logger) -> None:
        self.out.append(logger.name)  # the rest of it stands with the others

    def _handle(self, handle: Any) -> None:
        if type(handle) not in _HANDLES:
            raise Opaque("a handle of a class of the program's own")
        self.out += (handle._cancelled, getattr(handle, "_scheduled", None))
        if isinstance(handle, asyncio.TimerHandle):
            self.out.append(self._deadline(handle.when()))
        if not handle._cancelled:
            self.add(handle._callback, handle._args, handle._context)
            self._made(handle)

    def _iterator(self, iterator: Any) -> None:
        try:
            self.add(*iterator.__reduce__()[1:])
        except RuntimeError:
            raise Opaque("an iterator of what has changed its size") from None
        left = operator.length_hint(iterator, -1) if type(iterator) in _OF_DICTS else None
        self.add(left, *gc.get_referents(iterator))

    def _method(self, method: types.MethodType) -> None:
        self.add(method.__func__, method.__self__)

    def _context(self, context: contextvars.Context) -> None:
        for variable in sorted(context, key=lambda variable: variable.name):
            self.add(variable, context[variable])

    def _variable(self, variable: "contextvars.ContextVar[Any]") -> None:
        self.add(*gc.get_referents(variable))  # its name and its default

    def _weak(self, reference: "weakref.ref[Any]") -> None:
        self.add(reference())

    def _class(self, kind: type) -> None:
        self.out += (kind.__module__, kind.__qualname__)
        if not can_change(kind):
            return
        begun = self._surroundings.begun(kind)
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
            attributes = {**vars(thing), "_when": self._deadline(thing._when)}  # type: ignore[attr-defined]
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


_PREFIXES = {
    types.CoroutineType: "cr",
    types.GeneratorType: "gi",
    types.AsyncGeneratorType: "ag",
}
_EXPAND: dict[type, Callable[[Walk, Any], None]] = {
    types.ModuleType: Walk._module,
    types.FunctionType: Walk._function,
    types.MethodType: Walk._method,
    types.CellType: Walk._cell,
    types.CodeType: Walk.code,
    contextvars.Context: Walk._context,
    contextvars.ContextVar: Walk._variable,
    dict: written_in_c.mapping,
    **dict.fromkeys((list, tuple), Walk._sequence),
    **dict.fromkeys(_BY_NAME, Walk._by_name),
    **dict.fromkeys(_PREFIXES, Walk._coroutine),
    **dict.fromkeys(_ITERATORS, Walk._iterator),
    **written_in_c.EXPAND,
}
"""How to write what of a type is not told by its name; `_expansion` finds the others."""


def _expansion(kind: type) -> Callable[[Walk, Any], None]:
    for base, expand in (
        (type, Walk._class),
        (asyncio.Future, Walk._future),
        (asyncio.Handle, Walk._handle),
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
        return Walk._step
    return Walk._instance


def _base(kind: type) -> type:
    """Return the class written in C that ``kind`` is or inherits from."""
    return next(above for above in kind.__mro__ if not _is_written_in_python(above))


def _is_written_in_python(kind: type) -> bool:
    if not can_change(kind):
        return False
    module = sys.modules.get(kind.__module__)
    return kind.__module__ == "__main__" or str(getattr(module, "__file__", "")).endswith(".py")
