"""What a program may name so that it can be proven about: the words of the vocabulary.

All here are tables of what is *known*; a word in none of them is unknown. A word belongs here if
neither reading nor calling it keeps or reads anything that no digest of a state sees, on any
object that a program made of these words can hold.
"""

import sys

from turns.exploring.survey.scopes import Foreign

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
    "copy": "copy",
    "dataclasses": "InitVar KW_ONLY asdict astuple dataclass field is_dataclass replace",
    "datetime": "timedelta",
    "decimal": "Decimal",
    "enum": "Enum Flag IntEnum IntFlag StrEnum auto unique",
    "fractions": "Fraction",
    "functools": "cached_property cmp_to_key partial partialmethod reduce total_ordering"
    " update_wrapper wraps",
    "gc": "collect",
    "heapq": "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest",
    "inspect": "CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED getcoroutinestate"
    " isasyncgen isasyncgenfunction isawaitable iscoroutine iscoroutinefunction isgenerator"
    " isgeneratorfunction",
    "itertools": "accumulate batched chain combinations combinations_with_replacement compress"
    " count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat"
    " starmap takewhile tee zip_longest",
    "json": "JSONDecodeError JSONEncoder dumps loads",
    "logging": "CRITICAL DEBUG ERROR Filter Formatter Handler INFO LogRecord Logger NOTSET WARNING"
    " basicConfig critical debug error getLogger info warning",
    "math": "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist"
    " e erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose"
    " isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi"
    " pow prod radians remainder sin sinh sqrt sumprod tan tanh tau trunc ulp",
    "operator": "abs add and_ concat contains countOf eq floordiv ge getitem gt index indexOf inv"
    " invert itemgetter le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift"
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
    "warnings": "catch_warnings filterwarnings simplefilter warn",
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
    "logging": "CRITICAL DEBUG ERROR INFO NOTSET WARNING",
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
    " enum.StrEnum json.JSONEncoder logging.Handler typing.Generic typing.NamedTuple"
    " typing.Protocol typing.TypedDict".split()
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

SYNTAX = frozenset(
    "Module FunctionDef AsyncFunctionDef ClassDef Return Delete Assign"
    " AugAssign AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar Assert"
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

_KINDS = {
    "chance": "random secrets uuid os.urandom os.getrandom os.getpid os.getppid",
    "address": "builtins.id builtins.hash",
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


def is_known(module: str, name: str) -> bool:
    """Tell whether a program may name this part of a module."""
    return name in KNOWN.get(module, ()) or f"{module}.{name}" in KNOWN


def is_unchangeable(thing: Foreign) -> bool:
    """Tell whether variables may hold it freely."""
    return thing.name in UNCHANGEABLE.get(thing.module, ())


def is_inert(module: str) -> bool:
    """Tell whether importing a module does nothing that a program could notice."""
    return module.partition(".")[0] in _INERT


def is_standard(module: str) -> bool:
    """Tell whether Python has a module of this name."""
    return module.partition(".")[0] in sys.stdlib_module_names
