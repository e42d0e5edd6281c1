"""Where the texts of values may have an address in them, and whose have none."""

import ast
from dataclasses import dataclass
from typing import TypeAlias

from turns.exploring.survey import harmless, known
from turns.exploring.survey.scopes import File, Foreign, Function, Meaning, Scope

Key: TypeAlias = tuple[Scope | None, str]
"""A variable; without a scope, an attribute; called `RETURNED`, what a function returns."""
RETURNED = "return"


@dataclass(frozen=True)
class Value:
    """Where there may be an address."""

    own: bool = False
    """In its own text, as in that of a task."""
    out: bool = False
    """In the text of what can be got out of it: an item, a result, a content."""
    deep: bool = False
    """In that of what can be got out of those."""
    put: bool = False
    """Something was put into it since it was made."""

    @property
    def any(self) -> bool:
        """Say whether the text of the whole may have one."""
        return self.own or self.out or self.deep

    def __or__(self, other: "Value") -> "Value":
        """Return what may be either."""
        return Value(
            self.own or other.own,
            self.out or other.out,
            self.deep or other.deep,
            self.put or other.put,
        )

    def item(self) -> "Value":
        """Return what is got out of it."""
        return Value(self.out, self.deep, self.deep)

    def inside(self, *, own: bool = False, put: bool = False) -> "Value":
        """Return what has it as an item, and perhaps an address of its ``own``."""
        return Value(own, self.own, self.out or self.deep, put)

    def all_of_it(self, *, own: bool = False) -> "Value":
        """Return another thing with the same items."""
        return Value(own, self.out, self.deep)

    def spread(self) -> "Value":
        """Return what may be the whole or any part of it."""
        return Value(self.any, self.any, self.any)


NOTHING, ANYTHING = Value(), Value(own=True, out=True, deep=True)
PUT = Value(out=True, deep=True, put=True)

_FREE = frozenset(
    "len int float str repr ascii format bool abs round ord chr bin hex oct pow divmod all any"
    " callable isinstance issubclass hasattr range bytes bytearray complex print type id hash"
    " setattr delattr".split()
)
"""Builtins whose results have none; texts are judged where they are made."""
_LISTS = frozenset("list tuple set frozenset dict sorted".split())
_ITEMS = frozenset("min max next sum anext".split())
_FREE_MODULES = frozenset("math time textwrap json sys bisect".split())
_FREE_CLASSES = frozenset("fractions.Fraction decimal.Decimal datetime.timedelta".split())
_TAKING_OUT = frozenset("copy dataclasses statistics operator".split())

CONTENT = (harmless.METHODS - {"elements"}) | frozenset("get get_nowait result send group".split())
"""Methods whose results come out of what they are asked of, or of what they are given."""
WHOLE = frozenset("items keys values copy".split())
"""Those of them that return all of it."""
EMPTY = frozenset(
    "get_name cancel cancelled done time locked empty full qsize is_set release acquire wait"
    " cancelling uncancel is_running count index".split()
)
"""Methods whose results are numbers or names, whatever they are asked of."""
KEEPING_NOTHING = frozenset(
    "call_soon call_later call_at create_task add_done_callback run_until_complete"
    " remove_done_callback set_exception_handler set_task_factory discard remove".split()
)
"""Methods that put nothing into what they are asked of."""
COMPARING = frozenset("__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__".split())
QUIET = COMPARING | frozenset(
    "__init__ __repr__ __str__ __format__ __len__ __bool__ __hash__ __enter__ __aenter__ __exit__"
    " __aexit__ __post_init__ __init_subclass__ __set_name__".split()
)
"""Special methods whose results no operator and no loop hands on."""
_KINDS = frozenset("Enum IntEnum StrEnum Flag IntFlag NamedTuple".split())


def is_plain(meaning: Meaning) -> bool:
    """Tell whether the text of a part of another module has none."""
    return isinstance(meaning, Foreign) and (
        meaning.module == "builtins" or known.is_unchangeable(meaning)
    )


def is_plain_kind(meaning: Meaning) -> bool:
    """Tell whether objects of what inherits from it are written by what they hold."""
    return isinstance(meaning, Foreign) and (
        (meaning.module == "builtins" and meaning.name != "object") or meaning.name in _KINDS
    )


def of_call(meaning: Foreign, given: Value) -> Value:
    """Say what a function of another module returns."""
    module, name = meaning.module, meaning.name
    if module == "builtins":
        return _of_builtin(name, given)
    if (module in _FREE_MODULES and name[0].islower()) or str(meaning) in _FREE_CLASSES:
        found = NOTHING
    elif module in _TAKING_OUT or (module == "heapq" and name != "merge"):
        found = given.spread()
    elif module == "collections":
        found = Value(out=given.any, deep=given.any)
    elif module == "asyncio" and name == "gather":  # a list of what comes out of those
        found = Value(own=True, deep=given.out or given.deep)
    elif module == "asyncio" and name != "sleep":  # out of coroutines come results
        found = given.all_of_it(own=True)
    else:
        found = Value(own=True, out=given.any, deep=given.any)
    return found


def _of_builtin(name: str, given: Value) -> Value:
    if name in _FREE:
        found = NOTHING
    elif name in _LISTS:
        found = given.all_of_it()
    elif name in _ITEMS:
        found = given.spread()
    elif name[0].isupper():  # an error
        found = given.inside()
    elif name == "getattr":
        found = ANYTHING
    elif name in {"iter", "reversed"}:
        found = given.all_of_it(own=True)
    else:
        found = Value(own=True, out=given.any, deep=given.any)
    return found


def arguments(call: ast.Call) -> list[ast.expr]:
    """Return all that a call gives."""
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def parameters(function: Function | ast.Lambda) -> list[ast.arg]:
    """Return all parameters."""
    return [one for one in ast.iter_child_nodes(function.args) if isinstance(one, ast.arg)]


def fields(kind: ast.ClassDef) -> list[ast.expr]:
    """Return the attributes that a class declares, as one does that is made a dataclass."""
    return [one.target for one in kind.body if isinstance(one, ast.AnnAssign)]


def inside(function: Function, file: File) -> Scope:
    """Return the scope of a function's variables."""
    return file.scopes[function.body[0]]


def yields(function: Function, file: File) -> bool:
    """Tell whether it is a generator."""
    return any(
        isinstance(node, ast.Yield | ast.YieldFrom) and file.scopes[node] is inside(function, file)
        for node in ast.walk(function)
    )
