"""What a program may name so that it can be proven about: the words of the vocabulary.

All here are tables of what is *known*; a word in none of them is unknown. A word belongs here if
neither reading nor calling it keeps or reads anything that no digest of a state sees, on any
object that a program made of these words can hold.
"""

import asyncio
import collections
import sys
import types
from collections.abc import Iterable

PURE = frozenset(
    "abs aiter all anext any ascii bin bool bytearray bytes callable chr complex dict divmod"
    " enumerate filter float format int isinstance issubclass iter len list map max memoryview min"
    " next object oct ord pow print property range repr reversed round slice sorted staticmethod"
    " classmethod str sum tuple zip NotImplemented Ellipsis __debug__ __name__ __file__ __doc__"
    " BaseException BaseExceptionGroup Exception ExceptionGroup ArithmeticError AssertionError"
    " AttributeError BlockingIOError BrokenPipeError BufferError ChildProcessError"
    " ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError EOFError"
    " EnvironmentError FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError"
    " ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError"
    " KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError"
    " NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError"
    " ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError"
    " SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError"
    " UnicodeEncodeError UnicodeError UnicodeTranslateError ValueError ZeroDivisionError Warning"
    " BytesWarning DeprecationWarning FutureWarning RuntimeWarning UserWarning".split()
)
"""Builtins that may be used in any way. `vocabulary` and `orders` know others in some ways."""

NAMED = frozenset("getattr hasattr setattr delattr".split())
"""Builtins that are an attribute if its name is written out."""

_CHOSEN = {
    "abc": "ABC ABCMeta abstractmethod",
    "asyncio": "ALL_COMPLETED AbstractEventLoop Barrier BoundedSemaphore BrokenBarrierError"
    " CancelledError Condition Event EventLoop FIRST_COMPLETED FIRST_EXCEPTION Future Handle"
    " InvalidStateError LifoQueue Lock PriorityQueue Queue QueueEmpty QueueFull QueueShutDown"
    " Runner SelectorEventLoop Semaphore Task TaskGroup Timeout TimeoutError TimerHandle"
    " all_tasks as_completed create_eager_task_factory create_task current_task"
    " eager_task_factory ensure_future gather get_event_loop get_running_loop iscoroutine"
    " iscoroutinefunction isfuture new_event_loop run shield sleep timeout wait wait_for",
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "collections": "ChainMap Counter OrderedDict abc defaultdict deque namedtuple",
    "collections.abc": "AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable Collection"
    " Container Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping"
    " MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView",
    "contextlib": "AbstractAsyncContextManager AbstractContextManager AsyncExitStack ExitStack"
    " aclosing asynccontextmanager closing contextmanager nullcontext suppress",
    "contextvars": "Context ContextVar Token copy_context",
    "copy": "copy deepcopy",
    "dataclasses": "InitVar KW_ONLY asdict astuple dataclass field is_dataclass replace",
    "datetime": "timedelta",
    "decimal": "Decimal",
    "enum": "Enum Flag IntEnum IntFlag StrEnum auto unique",
    "fractions": "Fraction",
    "functools": "cached_property cmp_to_key partial partialmethod reduce total_ordering"
    " update_wrapper wraps",
    "heapq": "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest",
    "inspect": "CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED getcoroutinestate"
    " isasyncgen isasyncgenfunction isawaitable iscoroutine iscoroutinefunction isgenerator"
    " isgeneratorfunction",
    "itertools": "accumulate batched chain combinations combinations_with_replacement compress"
    " count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat"
    " starmap takewhile tee zip_longest",
    "json": "JSONDecodeError JSONEncoder dumps loads",
    "math": "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist"
    " e erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose"
    " isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi"
    " pow prod radians remainder sin sinh sqrt sumprod tan tanh tau trunc ulp",
    "operator": "abs add and_ concat contains countOf eq floordiv ge getitem gt index indexOf inv"
    " invert is_ is_not itemgetter le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift"
    " sub truediv truth xor",
    "re": "A ASCII DOTALL I IGNORECASE M MULTILINE Match Pattern S VERBOSE X compile error escape"
    " findall finditer fullmatch match search split sub subn",
    "statistics": "fmean mean median mode pstdev stdev variance",
    "string": "Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits"
    " octdigits printable punctuation whitespace",
    "sys": "byteorder exit hexversion maxsize platform version version_info",
    "textwrap": "dedent fill indent shorten wrap",
    "time": "sleep",
    "types": "AsyncGeneratorType CoroutineType FunctionType GeneratorType MappingProxyType"
    " MethodType NoneType SimpleNamespace coroutine",
    "typing": "Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator"
    " Awaitable Callable ClassVar Concatenate ContextManager Coroutine Deque Dict Final FrozenSet"
    " Generator Generic Iterable Iterator List Literal Mapping MutableMapping MutableSequence"
    " NamedTuple Never NewType NoReturn NotRequired Optional ParamSpec Protocol Required Self"
    " Sequence Set SupportsFloat SupportsInt TYPE_CHECKING Tuple Type TypeAlias TypeGuard TypeVar"
    " TypeVarTuple TypedDict Union Unpack assert_never cast final overload override"
    " runtime_checkable",
}
KNOWN = {module: frozenset(names.split()) for module, names in _CHOSEN.items()}
"""By module of the standard library, what of it may be named."""

_UNCHANGEABLE = {
    "asyncio": "ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION TimeoutError get_event_loop"
    " get_running_loop",
    "collections": "OrderedDict defaultdict deque",
    "contextvars": "ContextVar copy_context",
    "functools": "cmp_to_key reduce",
    "heapq": "heapify heappop heappush heappushpop heapreplace",
    "inspect": "CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED",
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits printable"
    " punctuation whitespace",
    "typing": "TYPE_CHECKING",
}
UNCHANGEABLE = {module: frozenset(names.split()) for module, names in _UNCHANGEABLE.items()} | {
    module: KNOWN[module]
    for module in ("bisect", "datetime", "decimal", "itertools", "math", "sys")
}
"""Those that have no attributes to set, so that they are as good as a number: any variable may
hold them. What a program sets on the others, no digest may see, once no variable holds them."""

BASES = frozenset(
    "abc.ABC asyncio.BoundedSemaphore asyncio.BrokenBarrierError asyncio.CancelledError"
    " asyncio.Condition asyncio.Event asyncio.InvalidStateError asyncio.LifoQueue asyncio.Lock"
    " asyncio.PriorityQueue asyncio.Queue asyncio.QueueEmpty asyncio.QueueFull asyncio.Semaphore"
    " asyncio.TimeoutError collections.Counter collections.OrderedDict collections.defaultdict"
    " collections.deque contextlib.AbstractAsyncContextManager contextlib.AbstractContextManager"
    " contextlib.AsyncExitStack contextlib.ExitStack enum.Enum enum.Flag enum.IntEnum enum.IntFlag"
    " enum.StrEnum json.JSONEncoder typing.Generic typing.NamedTuple typing.Protocol"
    " typing.TypedDict".split()
) | {f"collections.abc.{name}" for name in KNOWN["collections.abc"]}
"""What a class may inherit from, beside the builtins and the program's own classes."""

TAKERS: dict[str, tuple[int | str, ...]] = {
    "builtins.isinstance": (1,),
    "builtins.issubclass": (0, 1),
    "builtins.map": (0,),
    "builtins.filter": (0,),
    **dict.fromkeys(("builtins.sorted", "builtins.min", "builtins.max"), ("key",)),
    **dict.fromkeys(("builtins.print", "builtins.str", "builtins.repr"), (0, 1, 2, 3)),
    **dict.fromkeys(("asyncio.Runner", "asyncio.run"), ("loop_factory",)),
    "collections.defaultdict": (0,),
    "contextlib.suppress": (0, 1, 2, 3),
    "dataclasses.field": ("default_factory",),
    **dict.fromkeys(("functools.partial", "functools.reduce"), (0,)),
    **dict.fromkeys(("itertools.starmap", "itertools.takewhile", "itertools.dropwhile"), (0,)),
    "itertools.accumulate": (1,),
    "itertools.groupby": (1, "key"),
    "json.dumps": ("default", "cls"),
    **dict.fromkeys(
        [f"re.{name}" for name in "compile findall finditer fullmatch match search split".split()],
        (1, 2, "flags"),
    ),
    **dict.fromkeys(("re.sub", "re.subn"), ("flags",)),
    "typing.NewType": (1,),
    "typing.TypeVar": ("bound",),
    "typing.cast": (0,),
}
"""Where functions take a function or a class of the standard library, and never hand it back."""

TAKER_METHODS: dict[str, tuple[int | str, ...]] = {
    "add_done_callback": (0,),
    "call_later": (1,),
    "call_soon": (0,),
    "set_exception": (0,),
    "set_exception_handler": (0,),
    "set_task_factory": (0,),
}
"""The same, of methods."""

_PLAIN_KINDS = (
    *(str, bytes, bytearray, int, float, complex, bool, list, tuple, dict, range, slice),
    *(set, frozenset, collections.deque, collections.OrderedDict, collections.Counter),
)


def _public(*things: object) -> frozenset[str]:
    return frozenset(name for thing in things for name in dir(thing) if name[0] != "_")


SYNTAX = frozenset(
    "Module FunctionDef AsyncFunctionDef ClassDef Return Delete"
    " Assign AugAssign AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar Assert"
    " Import ImportFrom Global Nonlocal Expr Pass Break Continue BoolOp NamedExpr BinOp UnaryOp"
    " Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield YieldFrom Compare"
    " Call FormattedValue JoinedStr Constant Attribute Subscript Starred Name List Tuple Slice"
    " Load Store Del And Or Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd"
    " FloorDiv Invert Not UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn comprehension"
    " ExceptHandler arguments arg keyword alias withitem match_case MatchValue MatchSingleton"
    " MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr TypeAlias TypeVar ParamSpec"
    " TypeVarTuple".split()
)
"""The kinds of statements, expressions and their parts, as `ast` names them."""

STREAMS = frozenset(["stdin", "stdout", "stderr"])

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
    # of coroutines, generators, context variables, exit stacks
    " send throw aclose asend athrow name var old_value callback enter_async_context"
    " enter_context pop_all push push_async_callback push_async_exit"
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
        " __deepcopy__ __instancecheck__ __subclasscheck__ __complex__ __bytes__ __fspath__"
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


_TIMED = "timeout timeout_at call_later call_at Timeout TimerHandle".split()
_LOOPS = "get_running_loop get_event_loop new_event_loop get_loop _loop _get_loop Runner".split()
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
    (frozenset(_LOOPS), _names(_LOOP) | set(_used_by(_LOOP)) | {"slow_callback_duration"}),
    (frozenset(["TaskGroup"]), frozenset(["_tasks"])),
    (frozenset(["Runner"]), frozenset(["_loop_factory"])),
    (frozenset(["call_soon", "call_later"]), frozenset(["_callback", "_args"])),
    (frozenset(["add_done_callback"]), frozenset(["_callbacks"])),
    (frozenset(_TIMED), frozenset(["when", "reschedule"])),
    (frozenset(["partial", "partialmethod"]), frozenset(["func"])),
    (frozenset(["defaultdict", "field"]), frozenset(["default_factory"])),
    (
        frozenset("ABC ABCMeta abc Protocol runtime_checkable".split()),
        frozenset(["register"]),
    ),
)
"""What a program may not ask of any object even if its own objects have the same: attributes of
what it can hold if it mentions one of the words (no words: always) that are not harmless."""

_KINDS = {
    "chance": "random secrets uuid builtins.id builtins.hash os.urandom os.getrandom os.getpid"
    " os.getppid",
    "clock": "time datetime timeit sched zoneinfo calendar asyncio.timeout_at os.times .time .when"
    " .call_at .reschedule .now .today .utcnow .monotonic .perf_counter .slow_callback_duration",
    "outside": "threading _thread concurrent multiprocessing subprocess signal socket socketserver"
    " select selectors ssl http urllib ftplib smtplib poplib imaplib xmlrpc queue pty"
    " builtins.input builtins.breakpoint sys.stdin asyncio.to_thread asyncio.open_connection"
    " asyncio.open_unix_connection asyncio.start_server asyncio.start_unix_server"
    " asyncio.create_subprocess_exec asyncio.create_subprocess_shell asyncio.subprocess"
    " asyncio.run_coroutine_threadsafe asyncio.wrap_future os.fork os.forkpty os.kill os.popen"
    " os.system os.abort os._exit os.execv os.execve os.posix_spawn os.pipe os.wait os.waitpid"
    " .run_in_executor .set_default_executor .shutdown_default_executor .call_soon_threadsafe"
    " .add_reader .add_writer .remove_reader .remove_writer .add_signal_handler"
    " .remove_signal_handler .create_server .create_connection .create_datagram_endpoint"
    " .create_unix_server .create_unix_connection .connect_accepted_socket .connect_read_pipe"
    " .connect_write_pipe .subprocess_exec .subprocess_shell .getaddrinfo .getnameinfo .sendfile"
    " .start_tls .sock_accept .sock_connect .sock_recv .sock_recv_into .sock_recvfrom"
    " .sock_sendall .sock_sendfile .sock_sendto .submit",
}
KINDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
"""Of which kind an unknown word is, if it is not ``state``: modules, parts of modules, and with a
dot the attributes of other things."""


def kind_of(module: str, name: str = "") -> str:
    """Return the kind of what is unknown: a module, a part of it, or an attribute (no module)."""
    words = (f"{module}.{name}", module, module.partition(".")[0])
    return next((KINDS[word] for word in words if word in KINDS), "state")


_INERT = frozenset(
    "array ast atexit base64 binascii builtins cProfile cmath codecs colorsys configparser copyreg"
    " csv ctypes difflib dis email errno faulthandler fileinput fnmatch gc getpass gettext glob"
    " graphlib gzip hashlib hmac html importlib io ipaddress keyword linecache locale logging lzma"
    " marshal mimetypes mmap numbers os pathlib pickle pkgutil platform pprint profile pstats"
    " pyclbr reprlib resource runpy sqlite3 shelve shlex shutil site stat struct symtable"
    " sysconfig tarfile tempfile token tokenize trace traceback tracemalloc unicodedata unittest"
    " warnings wave weakref xml zipapp zipfile zlib".split()
) | {name.partition(".")[0] for name in (*KNOWN, *KINDS) if name[0] != "."}
"""Modules that nothing happens to when they are imported: what they are asked is what counts."""


def is_inert(module: str) -> bool:
    """Tell whether importing a module does nothing that a program could notice."""
    return module.partition(".")[0] in _INERT


def is_standard(module: str) -> bool:
    """Tell whether Python has a module of this name."""
    return module.partition(".")[0] in sys.stdlib_module_names
