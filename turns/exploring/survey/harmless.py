"""Which attributes may be asked of any object that a program can hold.

An attribute is looked up on an object that may be any: so what is harmless here is so on all of
them, and what is harmful on one is hidden (`HIDDEN`) from programs that define their own of that
name.
"""

import asyncio
import collections
import logging
import types
from collections.abc import Iterable

_PLAIN_KINDS = (
    *(str, bytes, bytearray, int, float, complex, bool, list, tuple, dict, range, slice),
    *(set, frozenset, collections.deque, collections.OrderedDict, collections.Counter),
)


def _public(*things: object) -> frozenset[str]:
    return frozenset(name for thing in things for name in dir(thing) if name[0] != "_")


METHODS = _public(*_PLAIN_KINDS) - {"format", "format_map"}
"""The methods of plain values."""

HARMLESS = METHODS | frozenset(
    # of asyncio's objects, and the loop's
    "add_done_callback cancel cancelled cancelling done exception get_coro get_loop get_name"
    " remove_done_callback result set_exception set_name set_result uncancel clear is_set set wait"
    " acquire locked release notify notify_all wait_for abort broken n_waiting parties reset empty"
    " full get get_nowait join maxsize put put_nowait qsize shutdown task_done create_task expired"
    " run close call_exception_handler call_later call_soon create_future"
    " default_exception_handler get_debug set_debug get_exception_handler set_exception_handler"
    " get_task_factory set_task_factory is_closed is_running run_forever run_until_complete"
    " shutdown_asyncgens stop"
    # of loggers, their handlers and their records
    " addFilter addHandler critical debug error getChild getEffectiveLevel getMessage info"
    " isEnabledFor levelname levelno removeFilter removeHandler setFormatter setLevel warning"
    # of coroutines, generators, context variables, exit stacks
    " send throw aclose asend athrow name var old_value callback enter_async_context"
    " enter_context pop_all push_async_callback"
    # of exceptions
    " add_note args characters_written code derive doc encoding end end_lineno end_offset errno"
    " exceptions filename filename2 lineno message msg object offset path pos reason split"
    " start strerror subgroup text value colno"
    # of named tuples, enumerations, properties, functools, itertools
    " _asdict _fields _make _replace getter setter deleter keywords from_iterable"
    # of re, string, fractions, datetime, decimal, sys.version_info, json, typing
    " expand findall finditer flags fullmatch group groupdict groupindex groups lastgroup lastindex"
    " match pattern regs search span string sub subn substitute safe_substitute template"
    " limit_denominator days seconds microseconds total_seconds quantize normalize sqrt major minor"
    " micro releaselevel serial encode decode default iterencode new_child parents maps".split()
)
"""What may be asked of any object."""

DUNDERS = frozenset(
    "__name__ __qualname__ __doc__ __cause__ __context__ __notes__ __members__ __await__ __aiter__"
    " __anext__ __aenter__ __aexit__ __enter__ __exit__ __iter__ __next__ __len__ __debug__"
    " __post_init__".split()
)
"""The same, of those with underscores."""

INHERITED = frozenset(
    "__init__ __new__ __init_subclass__ __set_name__ __repr__ __str__ __eq__ __ne__ __lt__ __le__"
    " __gt__ __ge__ __getitem__ __setitem__ __delitem__ __contains__ __missing__ __add__ __sub__"
    " __mul__ __bool__ __int__ __float__ __format__ __call__ __reversed__".split()
)
"""What may be asked of ``super()``, beside those."""

DEFINED = (
    DUNDERS
    | INHERITED
    | frozenset(
        "__getattr__ __get__ __set__ __delete__ __hash__ __index__ __abs__ __neg__ __pos__"
        " __invert__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __matmul__ __lshift__"
        " __rshift__ __and__ __or__ __xor__ __radd__ __rsub__ __rmul__ __rtruediv__ __rfloordiv__"
        " __rmod__ __rand__ __ror__ __rxor__ __iadd__ __isub__ __imul__ __iand__ __ior__ __ixor__"
        " __round__ __trunc__ __floor__ __ceil__ __class_getitem__ __length_hint__ __copy__"
        " __instancecheck__ __subclasscheck__ __complex__ __bytes__ __fspath__"
        " __setattr__ __delattr__ __slots__ __match_args__ __all__ __version__ __author__".split()
    )
) - {"__name__", "__qualname__", "__cause__", "__context__", "__debug__", "__members__"}
"""What a program may define or assign of such names, in a class or a module."""


def _names(*things: object) -> frozenset[str]:
    return frozenset(name for thing in things for name in dir(thing) if name[:2] != "__")


def _used_by(kind: type) -> Iterable[str]:
    """Name what the methods of ``kind`` name: all attributes of its objects are among it."""
    for base in kind.__mro__:
        for method in vars(base).values():
            if isinstance(method, types.FunctionType):
                yield from (name for name in method.__code__.co_names if name[:1] == "_")


_RECORD = logging.makeLogRecord({})
_TIMED = "timeout timeout_at call_later call_at Timeout TimerHandle".split()
_LOOPS = (
    "EventLoop Runner SelectorEventLoop _get_loop _loop get_event_loop get_loop get_running_loop"
    " new_event_loop".split()
)
_LOOP = asyncio.SelectorEventLoop
HIDDEN: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        frozenset(),
        _names(
            *(types.FrameType, types.CodeType, types.TracebackType, types.FunctionType),
            *(types.MethodType, types.GeneratorType, types.CoroutineType),
            *(types.AsyncGeneratorType, types.ModuleType, type, BaseException, property),
        )
        | _names(asyncio.Future, asyncio.Task, asyncio.Handle)
        - set(
            "_state _result _exception _callbacks _coro _fut_waiter _cancel_message _loop"
            " _callback _args _run _cancelled _asyncio_future_blocking".split()
        )
        | {"_asyncio_awaited_by", "_when", "_log_traceback", "_log_destroy_pending"},
    ),
    (
        frozenset(_LOOPS),
        (_names(_LOOP) | set(_used_by(_LOOP)) | {"slow_callback_duration"})
        # What the digest sees of it, and what it names of handles and transports.
        - {"_closed", "_debug", "_stopping", "_cancelled", "_run", "_wait"},
    ),
    (frozenset(["TaskGroup"]), frozenset(["_tasks"])),
    (frozenset(["ExitStack", "AsyncExitStack"]), frozenset(["push", "push_async_exit"])),
    (frozenset(["suppress"]), frozenset(["_exceptions"])),
    (frozenset(["Runner"]), frozenset(["_loop_factory"])),
    (frozenset(["call_soon", "call_later"]), frozenset(["_callback", "_args"])),
    (frozenset(["add_done_callback"]), frozenset(["_callbacks"])),
    (frozenset(_TIMED), frozenset(["when", "reschedule"])),
    (
        frozenset(["logging"]),
        # What of a logger leads elsewhere, and what a record says of the moment it was made in.
        (_names(logging.root) | set(vars(_RECORD)) | {"asctime", "message", "stream", "lock"})
        - {"level", "handlers", "filters", "filter", "handle", "disabled", "propagate", "name"}
        - {"msg", "args", "funcName", "lineno", "module", "message"},
    ),
    (frozenset(["partial", "partialmethod"]), frozenset(["func"])),
    (frozenset(["defaultdict", "field"]), frozenset(["default_factory"])),
    (
        frozenset(
            "ABC ABCMeta abc Protocol AbstractContextManager AbstractAsyncContextManager ExitStack"
            " AsyncExitStack".split()
        ),
        frozenset(["register"]),
    ),
)
"""What a program may not ask of any object even if its own objects have the same: attributes of
what it can hold if it mentions one of the words (no words: always) that are not harmless."""
