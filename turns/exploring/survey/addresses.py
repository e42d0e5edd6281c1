"""What may be an object whose text has its address in it, or may have such a one in it.

An address is another one in each run. Of each variable, of each attribute by its name and of what
each function returns it is asked: may its *own* text have an address, as that of a task has; and
may that of something that can be got *out* of it: an item, a result, a content. What is not
understood may be anything.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from turns.exploring.survey import harmless, known
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign, Function, Scope

Key: TypeAlias = tuple[Scope | None, str]
"""A variable; without a scope, an attribute; called `_RETURNED`, what a function returns."""


@dataclass(frozen=True)
class Value:
    """Where there may be an address."""

    own: bool = False
    out: bool = False

    @property
    def any(self) -> bool:
        """Say whether the text of the whole may have one."""
        return self.own or self.out

    def __or__(self, other: "Value") -> "Value":
        """Return what may be either."""
        return Value(self.own or other.own, self.out or other.out)

    def item(self) -> "Value":
        """Return what is got out of it."""
        return Value(self.out, self.out)


NOTHING, ANYTHING = Value(), Value(own=True, out=True)
_RETURNED = "return"
_FREE = frozenset(
    "len int float str repr ascii format bool abs round ord chr bin hex oct pow divmod all any"
    " callable isinstance issubclass hasattr range bytes bytearray complex print type id hash"
    " setattr delattr".split()
)
"""Builtins of whose results no text has an address, but for texts that are judged where they are
made."""
_LISTS = frozenset("list tuple set frozenset dict sorted".split())
_ITEMS = frozenset("min max next sum anext".split())
_FREE_MODULES = frozenset(
    "math time statistics string textwrap re json sys fractions decimal datetime bisect".split()
)
_COLLECTIONS = frozenset(["collections", "heapq", "copy", "dataclasses"])
_NO_CONTENT = frozenset(
    "call_soon call_later call_at create_task add_done_callback run_until_complete"
    " remove_done_callback set_exception_handler set_task_factory discard remove count"
    " index".split()
)
"""Methods that put nothing into what they are asked of."""
_HOLDS_NOTHING = frozenset(
    "get_name cancel cancelled done time locked empty full qsize is_set release acquire wait set"
    " cancelling uncancel is_running".split()
)
"""Methods whose result is a number or a name, whatever they are asked of."""
_COMPARING = frozenset("__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__".split())
_QUIET = _COMPARING | frozenset(
    "__init__ __repr__ __str__ __format__ __len__ __bool__ __hash__ __enter__ __aenter__ __exit__"
    " __aexit__ __post_init__ __init_subclass__ __set_name__".split()
)
"""Special methods of which operators and loops return nothing."""
_NAMES = frozenset("name value maxsize".split())
_PASSING = frozenset(
    "staticmethod classmethod property contextmanager asynccontextmanager abstractmethod override"
    " final".split()
)
"""Decorators of functions that are called with what the call gives."""


class Addresses:
    """Finds out about all variables of a program, until nothing more is found."""

    def __init__(self, program: Program) -> None:
        """Look at ``program``."""
        self.program = program
        self.known: dict[Key, Value] = {}
        self.functions: dict[str, list[tuple[File, Function]]] = {}
        self.classes: dict[str, list[tuple[File, ast.ClassDef]]] = {}
        self._nodes = [*program.nodes()]
        for file, node in self._nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self.functions.setdefault(node.name, []).append((file, node))
            elif isinstance(node, ast.ClassDef):
                self.classes.setdefault(node.name, []).append((file, node))
        self._changed = True
        while self._changed:
            self._changed = False
            for file, node in self._nodes:
                self._flow(node, file)

    # -- What may an expression be -----------------------------------------------------------------

    def of(self, node: ast.AST | None, file: File) -> Value:
        """Say what ``node`` may be."""
        match node:
            case None | ast.Constant() | ast.JoinedStr() | ast.Slice() | ast.UnaryOp(op=ast.Not()):
                return NOTHING
            case ast.Compare():
                return self._special(_COMPARING)
            case ast.Name():
                return self._name(node, file)
            case ast.Attribute():
                return self._attribute(node, file)
            case ast.Call():
                return self._call(node, file)
            case (
                ast.Await(value=value)
                | ast.Starred(value=value)
                | ast.YieldFrom(value=value)
                | ast.Subscript(value=value)
            ):
                return self._item(value, file)
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                return Value(out=self._any(parts, file))
            case ast.Dict(keys=keys, values=values):
                return Value(
                    out=self._any([key for key in keys if key], file) or self._any(values, file)
                )
            case ast.ListComp(elt=element) | ast.SetComp(elt=element):
                return Value(out=self.of(element, file).any)
            case ast.GeneratorExp(elt=element):
                return Value(own=True, out=self.of(element, file).any)
            case ast.DictComp(key=key, value=value):
                return Value(out=self._any([key, value], file))
            case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str())):
                return NOTHING
            case ast.BinOp(left=first, right=second):
                return self.of(first, file) | self.of(second, file) | self._special()
            case ast.IfExp(body=first, orelse=second):
                return self.of(first, file) | self.of(second, file)
            case ast.BoolOp(values=parts):
                return self._either(self.of(part, file) for part in parts)
            case ast.UnaryOp(operand=value):
                return self.of(value, file) | self._special()
            case ast.NamedExpr(value=value):
                return self.of(value, file)
        return ANYTHING

    def _item(self, node: ast.expr, file: File) -> Value:
        """Say what may be got out of ``node``."""
        return self.of(node, file).item() | self._special()

    def _special(self, names: frozenset[str] | None = None) -> Value:
        """Say what the program's own methods of some names, or of all special ones, may return."""
        found = self._either(
            self._returned(*function)
            for name, functions in self.functions.items()
            if (name in names if names else name[:2] == name[-2:] == "__" and name not in _QUIET)
            for function in functions
        )
        return Value(found.any, found.any)

    def _any(self, nodes: Iterable[ast.AST], file: File) -> bool:
        return any(self.of(node, file).any for node in nodes)

    @staticmethod
    def _either(values: Iterable[Value]) -> Value:
        found = NOTHING
        for value in values:
            found |= value
        return found

    def _name(self, node: ast.Name, file: File) -> Value:
        found = self._either(self.known.get(key, NOTHING) for key in self._keys(node, file))
        for meaning in self.program.of(node, file):
            if isinstance(meaning, Foreign) and not _is_plain(meaning):
                found |= Value(own=True)
        return found

    def _attribute(self, node: ast.Attribute, file: File) -> Value:
        meanings = [m for m in self.program.of(node, file) if isinstance(m, Foreign)]
        if meanings:
            return Value(own=not all(map(_is_plain, meanings)))
        if node.attr in {"__name__", "__qualname__", "__doc__"}:
            return NOTHING
        if node.attr in self.program.own:
            found = self._either(self.known.get(key, NOTHING) for key in self._keys(node, file))
            for function in self.functions.get(node.attr, ()):  # or what a property returns
                found |= Value(own=True, out=self._returned(*function).any)
            return found
        if node.attr in _NAMES:
            return self.of(node.value, file).item()
        return ANYTHING

    def _keys(self, node: ast.AST, file: File) -> Iterator[Key]:
        yield from self.program.homes(node, file)
        if isinstance(node, ast.Attribute):
            yield None, node.attr
        elif isinstance(node, ast.Name) and file.scopes[node].kind == "class":
            yield None, node.id

    # -- Calls -------------------------------------------------------------------------------------

    def _call(self, call: ast.Call, file: File) -> Value:
        found = self._either(self._returned(*one) for one in self.called(call, file))
        if classes := self._made(call, file):
            return found | self._either(self._instance(call, file, *one) for one in classes)
        foreign = [m for m in self.program.of(call.func, file) if isinstance(m, Foreign)]
        if foreign:
            return found | self._either(self._foreign(call, file, one) for one in foreign)
        if isinstance(call.func, ast.Attribute):
            return found | self._method(call, call.func, file)
        return found if any(True for _ in self.called(call, file)) else ANYTHING

    def called(self, call: ast.Call, file: File) -> Iterator[tuple[File, Function]]:
        """Find the program's own functions that may be called."""
        if isinstance(call.func, ast.Attribute):
            yield from self.functions.get(call.func.attr, ())
        elif isinstance(call.func, ast.Name):
            for scope, name in self.program.homes(call.func, file):
                for binding in scope.bindings.get(name, ()):
                    if isinstance(binding.node, ast.FunctionDef | ast.AsyncFunctionDef):
                        yield scope.file, binding.node

    def _made(self, call: ast.Call, file: File) -> list[tuple[File, ast.ClassDef]]:
        match call.func:
            case ast.Attribute(attr=name):
                return self.classes.get(name, [])
            case ast.Name() as function:
                return [
                    (scope.file, binding.node)
                    for scope, name in self.program.homes(function, file)
                    for binding in scope.bindings.get(name, ())
                    if isinstance(binding.node, ast.ClassDef)
                ]
        return []

    def makes_texts(self, call: ast.Call, file: File) -> bool:
        """Tell whether a class is called that inherits from ``str``."""
        return any(
            Foreign("builtins", "str") in self.program.of(base, home)
            for home, kind in self._made(call, file)
            for base in kind.bases
        )

    def _returned(self, file: File, function: Function) -> Value:
        value = self.known.get((_inside(function, file), _RETURNED), NOTHING)
        if isinstance(function, ast.AsyncFunctionDef) or _yields(function, file):
            return Value(own=True, out=value.any)
        return value

    def _instance(self, call: ast.Call, file: File, home: File, kind: ast.ClassDef) -> Value:
        inside = Value(out=self._any(_arguments(call), file))
        names = {node.name for node in kind.body if isinstance(node, ast.FunctionDef)}
        bases = [m for base in kind.bases for m in self.program.of(base, home)]
        is_error = bool(bases) and all(map(_is_plain_kind, bases))
        is_record = any("dataclass" in ast.unparse(one) for one in kind.decorator_list)
        if "__repr__" in names or is_error:
            return inside
        if is_record:
            fields = [one.target for one in kind.body if isinstance(one, ast.AnnAssign)]
            return inside | Value(out=self._any(fields, home))
        return inside | Value(own=True)

    def _foreign(self, call: ast.Call, file: File, meaning: Foreign) -> Value:
        values = [self.of(one, file) for one in _arguments(call)]
        whole = self._either(values)
        for one in call.args:  # as in `map(work, names)`
            if isinstance(one, ast.Name):
                for function in self.called(ast.Call(one, [], []), file):
                    whole |= Value(out=self._returned(*function).any)
        module, name = meaning.module, meaning.name
        if module == "builtins":
            if name in _FREE:
                return NOTHING
            if name in _LISTS or name[:1].isupper():  # an error
                inner = whole.any if name[:1].isupper() else whole.out
                return Value(out=inner)
            if name in _ITEMS:
                return Value(whole.any, whole.any)
            if name == "getattr":
                return ANYTHING
            return Value(own=True, out=whole.any)
        if module in _FREE_MODULES:
            return NOTHING
        if module in _COLLECTIONS:
            return Value(out=whole.any)
        if str(meaning) == "asyncio.sleep":
            return Value(own=True, out=whole.any)
        if str(meaning) in {"asyncio.run", "asyncio.wait", "asyncio.wait_for"}:
            return Value(own=True, out=whole.out)
        return Value(own=True, out=whole.out if module == "asyncio" else whole.any)

    def _method(self, call: ast.Call, function: ast.Attribute, file: File) -> Value:
        name = function.attr
        if name in self.program.own and name not in harmless.HARMLESS:
            # A function of the program, or one that an attribute holds.
            return NOTHING if name in self.functions else ANYTHING
        if name in _HOLDS_NOTHING:
            return NOTHING
        base = self.of(function.value, file)
        whole = self._either(self.of(one, file) for one in _arguments(call))
        if name in {"create_task", "create_future"}:
            return Value(own=True, out=whole.out)
        if name in {"get_coro", "get_loop", "get_context"} or name not in harmless.HARMLESS:
            return ANYTHING
        if name in {"get", "pop", "setdefault"}:  # with a default
            return base.item() | Value(whole.any, whole.any)
        return Value(out=base.out) if name in {"items", "keys", "values", "copy"} else base.item()

    # -- What flows where --------------------------------------------------------------------------

    def _give(self, keys: Iterable[Key], value: Value) -> None:
        if not value.any:
            return
        for key in keys:
            before = self.known.get(key, NOTHING)
            if before | value != before:
                self.known[key] = before | value
                self._changed = True

    def _assign(self, target: ast.AST, value: ast.expr | None, found: Value, file: File) -> None:
        match target:
            case ast.Name() | ast.Attribute():
                self._give(self._keys(target, file), found)
                self._back(value, file, self._keys(target, file))
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                same = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(parts)
                for at, part in enumerate(parts):
                    if same and isinstance(value, ast.Tuple | ast.List):
                        one = value.elts[at]
                        self._assign(part, one, self.of(one, file), file)
                    else:
                        self._assign(part, value, found.item() | self._special(), file)
            case ast.Starred(value=inner):
                self._assign(inner, None, Value(out=found.any), file)
            case ast.Subscript(value=inner, slice=index):
                whole = found.any or self.of(index, file).any
                self._give(self._roots(inner, file), Value(out=whole))

    def _flow(self, node: ast.AST, file: File) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value, self.of(value, file), file)
            case (
                ast.AnnAssign(target=target, value=value)
                | ast.AugAssign(target=target, value=value)
            ):
                self._assign(target, value, self.of(value, file), file)
            case ast.NamedExpr(target=target, value=value):
                self._assign(target, value, self.of(value, file), file)
            case (
                ast.For(target=target, iter=value)
                | ast.AsyncFor(target=target, iter=value)
                | ast.comprehension(target=target, iter=value)
            ):
                self._assign(target, value, self._item(value, file), file)
            case ast.withitem(context_expr=value, optional_vars=ast.AST() as target):
                entered = self._either(
                    self._returned(*one)
                    for name in ("__enter__", "__aenter__")
                    for one in self.functions.get(name, ())
                )
                found = self.of(value, file) | entered
                self._assign(target, None, Value(own=True, out=found.out), file)
            case ast.ExceptHandler(name=str(name)):
                self._give(((s, name) for s in file.scopes[node].owners(name)), Value(out=True))
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                self._give(((s, name) for s in file.scopes[node].owners(name)), ANYTHING)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                self._give(((s, name) for s in file.scopes[node].owners(name)), Value(own=True))
                self._define(node, file)
            case ast.Lambda(args=arguments, body=body):
                for one in _parameters(arguments):
                    self._give([(file.scopes[body], one.arg)], ANYTHING)
            case ast.Return(value=value) | ast.Yield(value=value) if value is not None:
                key = _function(file.scopes[node]), _RETURNED
                self._give([key], self.of(value, file))
                self._back(value, file, [key])
            case ast.YieldFrom(value=value):
                key = _function(file.scopes[node]), _RETURNED
                self._give([key], self._item(value, file))
                self._back(value, file, [key])
            case ast.Call():
                self._pass(node, file)

    def _define(self, function: Function, file: File) -> None:
        """See what parameters get without a call that is seen."""
        scope, arguments = _inside(function, file), _parameters(function.args)
        is_method = file.scopes[function].kind == "class"
        special = function.name[:2] == "__" and function.name not in {"__init__", "__new__"}
        decorated = any(
            ast.unparse(one).rpartition(".")[2] not in _PASSING for one in function.decorator_list
        )
        escapes = any(
            isinstance(one, ast.Name | ast.Attribute) and self._escapes(one, other, function)
            for other, one in self._nodes
        )
        for at, one in enumerate(arguments):
            if is_method and at == 0:
                self._give([(scope, one.arg)], Value(own=True))
            elif special or decorated or escapes or (is_method and self._is_hook(function, file)):
                self._give([(scope, one.arg)], ANYTHING)
        defaults = [*function.args.defaults, *(d for d in function.args.kw_defaults if d)]
        found = self._either(self.of(one, file) for one in defaults)
        self._give(((scope, one.arg) for one in arguments[is_method:]), found)

    def _is_hook(self, function: Function, file: File) -> bool:
        """Tell whether what the class inherits from may call the method."""
        kind = file.parents[function]
        return isinstance(kind, ast.ClassDef) and any(
            isinstance(meaning, Foreign) and meaning.module not in {"builtins", "typing", "abc"}
            for base in kind.bases
            for meaning in self.program.of(base, file)
        )

    def _escapes(self, node: ast.Name | ast.Attribute, file: File, function: Function) -> bool:
        """Tell whether ``node`` is the function as a value, which something may call."""
        if not isinstance(node.ctx, ast.Load):
            return False
        name = node.id if isinstance(node, ast.Name) else node.attr
        if name != function.name:
            return False
        parent = file.parents[node]
        if isinstance(parent, ast.Call) and parent.func is node:
            return False
        if isinstance(parent, ast.Call):
            match parent.func:  # these say what it is called with
                case (
                    ast.Attribute(attr="call_soon" | "call_later")
                    | ast.Name(id="map" | "filter" | "partial")
                ):
                    return False
        return True

    def _pass(self, call: ast.Call, file: File) -> None:
        """See what a call gives to parameters, or puts into something."""
        for home, function in self.called(call, file):
            self._fill(call, file, home, function)
        for home, kind in self._made(call, file):
            inits = [
                f for f in kind.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"
            ]
            for function in inits or [f for _, f in self.functions.get("__init__", ())]:
                self._fill(call, file, home, function)
            if not inits:
                found = Value(True, True) if self._any(_arguments(call), file) else NOTHING
                fields = [one.target for one in kind.body if isinstance(one, ast.AnnAssign)]
                for one in fields:
                    self._give(self._keys(one, home), found)
        whole = self._either(self.of(one, file) for one in _arguments(call))
        for one in call.args:
            if isinstance(one, ast.Name | ast.Attribute):
                others = [other for other in _arguments(call) if other is not one]
                value = ANYTHING if self._any(others, file) else NOTHING
                as_called = ast.Call(one, [], [])
                for home, function in self.called(as_called, file):
                    self._give(_of_parameters(function, home), value)
                if self._made(as_called, file):
                    self._give_all(value)
        if whole.any and self._is_unclear(call, file):  # perhaps a class
            self._give_all(ANYTHING)
        match call:
            case ast.Call(
                func=ast.Name(id="setattr"), args=[_, ast.Constant(value=str(name)), one]
            ):
                self._give([(None, name)], self.of(one, file))
        match call.func:
            case ast.Attribute(value=base, attr=name) if name not in _NO_CONTENT:
                if name in harmless.HARMLESS:
                    self._give(self._roots(base, file), Value(out=whole.any))

    def _give_all(self, value: Value) -> None:
        """Give something to all that is made of classes, whichever it is."""
        for home, function in self.functions.get("__init__", ()):
            self._give(_of_parameters(function, home), value)
        for home, kind in (one for each in self.classes.values() for one in each):
            for field in kind.body:
                if isinstance(field, ast.AnnAssign):
                    self._give(self._keys(field.target, home), value)

    def _is_unclear(self, call: ast.Call, file: File) -> bool:
        if isinstance(call.func, ast.Attribute):
            return call.func.attr in self.program.own - self.functions.keys()
        return not (
            any(True for _ in self.called(call, file))
            or self._made(call, file)
            or any(isinstance(m, Foreign) for m in self.program.of(call.func, file))
        )

    def _fill(self, call: ast.Call, file: File, home: File, function: Function) -> None:
        scope = _inside(function, home)
        is_method = home.scopes[function].kind == "class"
        is_static = any(ast.unparse(one) == "staticmethod" for one in function.decorator_list)
        match call.func:  # `Class.method(thing, ...)`
            case ast.Attribute(value=base) if self._made(ast.Call(base, [], []), file):
                is_static = is_static or not function.decorator_list
        arguments = function.args
        positional = [*arguments.posonlyargs, *arguments.args]
        if is_method and not is_static:
            del positional[:1]
        for at, value in enumerate(call.args):
            found = self.of(value, file)
            if isinstance(value, ast.Starred):
                for one in [*positional[at:], *filter(None, [arguments.vararg])]:
                    self._give([(scope, one.arg)], found)
                break
            if at < len(positional):
                self._same(value, file, (scope, positional[at].arg), found)
            elif arguments.vararg is not None:
                self._give([(scope, arguments.vararg.arg)], Value(out=found.any))
        for keyword in call.keywords:
            found = self.of(keyword.value, file)
            for one in _parameters(arguments):
                if keyword.arg is None or one.arg == keyword.arg or one is arguments.kwarg:
                    self._same(keyword.value, file, (scope, one.arg), found)

    def _same(self, value: ast.expr, file: File, key: Key, found: Value) -> None:
        self._give([key], found)
        self._back(value, file, [key])

    def _back(self, value: ast.AST | None, file: File, keys: Iterable[Key]) -> None:
        """Take note that what is put into the variables ``keys`` may be put into ``value``."""
        if any(self.known.get(key, NOTHING).out for key in keys):
            self._give(self._roots(value, file), Value(out=True))

    def _roots(self, node: ast.AST | None, file: File) -> Iterator[Key]:
        """Find the variables that ``node`` may be a part of, or that may be a part of it."""
        match node:
            case ast.Name():
                yield from self._keys(node, file)
            case ast.Attribute(value=base):
                yield from self._keys(node, file)
                yield from self._roots(base, file)
            case ast.Call():
                for home, function in self.called(node, file):
                    yield _inside(function, home), _RETURNED
                if not self._made(node, file):
                    for one in (node.func, *_arguments(node)):
                        if not isinstance(one, ast.Name) or one is not node.func:
                            yield from self._roots(one, file)
            case ast.AST():
                for one in ast.iter_child_nodes(node):
                    yield from self._roots(one, file)


def _of_parameters(function: Function, file: File) -> list[Key]:
    return [(_inside(function, file), one.arg) for one in _parameters(function.args)]


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    return [one for one in ast.iter_child_nodes(arguments) if isinstance(one, ast.arg)]


def _inside(function: Function, file: File) -> Scope:
    return file.scopes[function.body[0]]


def _function(scope: Scope | None) -> Scope | None:
    while scope is not None and scope.kind == "comprehension":
        scope = scope.parent
    return scope


def _yields(function: Function, file: File) -> bool:
    scope = _inside(function, file)
    return any(
        isinstance(node, ast.Yield | ast.YieldFrom) and file.scopes[node] is scope
        for node in ast.walk(function)
    )


def _is_plain(meaning: Foreign) -> bool:
    """Tell whether the text of a part of another module has no address."""
    return meaning.module == "builtins" or known.is_unchangeable(meaning)


def _is_plain_kind(meaning: object) -> bool:
    """Tell whether the objects of what inherits from it have texts of their own."""
    if not isinstance(meaning, Foreign):
        return False
    plain = {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "NamedTuple"}
    return (meaning.module == "builtins" and meaning.name != "object") or meaning.name in plain
