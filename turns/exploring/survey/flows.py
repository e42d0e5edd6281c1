"""What flows where in a program: into variables, parameters and results, until nothing is new."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from turns.exploring.survey import harmless
from turns.exploring.survey.addresses import Addresses, either
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign, Function, Scope
from turns.exploring.survey.values import (
    ANYTHING,
    KEEPING_NOTHING,
    NOTHING,
    PUT,
    RETURNED,
    Key,
    Value,
    arguments,
    fields,
    inside,
    parameters,
)

_PASSING = frozenset(
    "staticmethod classmethod property contextmanager asynccontextmanager abstractmethod override"
    " final".split()
)
"""Decorators of functions that are called with what the call gives."""
_OWN_BASES = frozenset(["builtins", "typing", "abc"])
"""Modules whose classes call no method of their heirs that is not special."""


def addresses(program: Program) -> Addresses:
    """Find out about all variables of ``program``."""
    flows = _Flows(program)
    while flows.changed:
        flows.changed = False
        for file, node in flows.nodes:
            flows.follow(node, file)
    return flows.addresses


class _Flows:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.addresses = Addresses(program)
        self.nodes = [*program.nodes()]
        self.changed = True

    def _give(self, keys: Iterable[Key], value: Value) -> None:
        known = self.addresses.known
        for key in keys if value.any else ():
            before = known.get(key, NOTHING)
            if before | value != before:
                known[key] = before | value
                self.changed = True

    def follow(self, node: ast.AST, file: File) -> None:
        """Follow what ``node`` alone hands on."""
        match node:
            case ast.Call():
                self._call(node, file)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._give(self._named(node, node.name, file), Value(own=True))
                self._define(node, file)
            case ast.Lambda(body=body):
                self._give([(file.scopes[body], one.arg) for one in parameters(node)], ANYTHING)
            case (
                ast.Return(value=ast.expr() as value)
                | ast.Yield(value=ast.expr() as value)
                | ast.YieldFrom(value=value)
            ):
                self._return(node, value, file)
            case ast.ExceptHandler(name=str(name)):
                self._give(self._named(node, name, file), PUT)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                self._give(self._named(node, name, file), ANYTHING)
            case ast.MatchMapping(rest=str(name)):
                self._give(self._named(node, name, file), ANYTHING)
            case _:
                self._bind(node, file)

    @staticmethod
    def _named(node: ast.AST, name: str, file: File) -> list[Key]:
        return [(scope, name) for scope in file.scopes[node].owners(name)]

    def _return(self, node: ast.AST, value: ast.expr, file: File) -> None:
        scope: Scope | None = file.scopes[node]
        while scope is not None and scope.kind == "comprehension":
            scope = scope.parent
        is_from = isinstance(node, ast.YieldFrom)
        find = self.addresses.item if is_from else self.addresses.of
        self._same(value, file, (scope, RETURNED), find(value, file))

    # -- Variables ---------------------------------------------------------------------------------

    def _bind(self, node: ast.AST, file: File) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value, self.addresses.of(value, file), file)
            case ast.AnnAssign() | ast.AugAssign() | ast.NamedExpr() if node.value is not None:
                found = self.addresses.of(node.value, file)
                self._assign(node.target, node.value, found, file)
            case ast.For() | ast.AsyncFor() | ast.comprehension():
                found = self.addresses.item(node.iter, file)
                self._assign(node.target, node.iter, found, file)
            case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
                entered = either(
                    self.addresses.returned(*one)
                    for name in ("__enter__", "__aenter__")
                    for one in self.addresses.functions.get(name, ())
                )
                found = self.addresses.of(value, file) | entered
                self._assign(target, value, Value(own=True, out=found.any, deep=found.any), file)

    def _assign(self, target: ast.expr, value: ast.expr, found: Value, file: File) -> None:
        match target, value:
            case ast.Name() | ast.Attribute(), _:
                self._give(self.addresses.keys(target, file), replace(found, put=False))
                self._back(value, file, self.addresses.keys(target, file))
            case ((ast.Tuple() | ast.List() as several), (ast.Tuple() | ast.List() as values)) if (
                len(several.elts) == len(values.elts)
            ):
                for part, one in zip(several.elts, values.elts, strict=True):
                    self._assign(part, one, self.addresses.of(one, file), file)
            case ((ast.Tuple() | ast.List() as several), _):
                for part in several.elts:
                    self._assign(part, value, found.item() | self.addresses.item(value, file), file)
            case ast.Starred(value=inner), _:
                self._assign(inner, value, found.inside(), file)
            case ast.Subscript(value=inner, slice=index), _:
                self._put(inner, found | self.addresses.of(index, file), file)

    def _same(self, value: ast.AST, file: File, key: Key, found: Value) -> None:
        self._give([key], replace(found, put=False))
        self._back(value, file, [key])

    def _back(self, value: ast.AST, file: File, keys: Iterable[Key]) -> None:
        """Take note that what is put into the variables ``keys`` may be put into ``value``."""
        found = either(self.addresses.known.get(key, NOTHING) for key in keys)
        if found.put:
            is_same = isinstance(value, ast.Name | ast.Attribute)
            self._give(self._roots(value, file), replace(found, own=False) if is_same else PUT)

    def _put(self, node: ast.expr, found: Value, file: File) -> None:
        """Take note that something is put into ``node``, or into a part of it."""
        if isinstance(node, ast.Name):
            self._give(self.addresses.keys(node, file), found.inside(put=found.any))
        elif found.any:
            self._give(self._roots(node, file), PUT)

    def _roots(self, node: ast.AST, file: File) -> Iterator[Key]:
        """Find the variables that ``node`` may be a part of, or that may be a part of it."""
        yield from self.addresses.keys(node, file)
        inner: list[ast.AST] = [*ast.iter_child_nodes(node)]
        if isinstance(node, ast.Call):
            inner = [*arguments(node)]
            if isinstance(node.func, ast.Attribute):
                inner.append(node.func.value)
            for home, function in self.addresses.called(node.func, file):
                yield inside(function, home), RETURNED
                if function.name not in harmless.HARMLESS:
                    inner = []  # what is handed back was returned
            if self.addresses.made(node.func, file):
                inner = []
        for one in inner:
            yield from self._roots(one, file)

    # -- Parameters --------------------------------------------------------------------------------

    def _define(self, function: Function, file: File) -> None:
        """See what parameters get without a call that is seen."""
        scope, all_ = inside(function, file), parameters(function)
        is_method = file.scopes[function].kind == "class"
        keys = [(scope, one.arg) for one in all_]
        if is_method:
            self._give(keys[:1], Value(own=True))
            del keys[:1]
        if self._is_called_by_others(function, file):
            self._give(keys, ANYTHING)
        defaults = [*function.args.defaults, *function.args.kw_defaults]
        self._give(keys, either(self.addresses.of(one, file) for one in defaults if one))

    def _is_called_by_others(self, function: Function, file: File) -> bool:
        name, kind = function.name, file.parents[function]
        decorators = (ast.unparse(one).rpartition(".")[2] for one in function.decorator_list)
        if name[:2] == "__" and name not in {"__init__", "__new__"}:
            return True
        if not _PASSING.issuperset(decorators):
            return True
        if isinstance(kind, ast.ClassDef) and any(
            isinstance(meaning, Foreign) and meaning.module not in _OWN_BASES
            for base in kind.bases
            for meaning in self.program.of(base, file)
        ):
            return True
        return any(self._hands_on(node, other, name) for other, node in self.nodes)

    @staticmethod
    def _hands_on(node: ast.AST, file: File, name: str) -> bool:
        """Tell whether ``node`` is a function of this name as a value, which others may call."""
        match node:
            case ast.Name(id=found, ctx=ast.Load()) | ast.Attribute(attr=found, ctx=ast.Load()):
                if found != name:
                    return False
            case _:
                return False
        match file.parents[node]:
            case ast.Call(func=called) if called is node:
                return False
            case ast.Call(
                # These say what it is called with.
                func=ast.Attribute(attr="call_soon" | "call_later")
                | ast.Name(id="map" | "filter" | "partial")
            ):
                return False
        return True

    def _call(self, call: ast.Call, file: File) -> None:
        """See what a call gives to parameters, or puts into something."""
        for home, function in self.addresses.called(call.func, file):
            self._fill(call, file, home, function)
        for home, kind in self.addresses.made(call.func, file):
            self._make(call, file, home, kind)
        given = either(self.addresses.of(one, file) for one in arguments(call))
        for one in call.args:
            others = [other for other in arguments(call) if other is not one]
            value = ANYTHING if self.addresses.any(others, file) else NOTHING
            for home, function in self.addresses.called(one, file):
                keys = [(inside(function, home), each.arg) for each in parameters(function)]
                self._give(keys, value)
            if self.addresses.made(one, file):
                self._give_all(value)
        if given.any and self._is_unclear(call, file):  # perhaps a class
            self._give_all(ANYTHING)
        match call:
            case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value=name), one]):
                self._give([(None, str(name))], self.addresses.of(one, file))
            case _ if target := self._filled(call, file):
                self._put(target, given, file)

    def _filled(self, call: ast.Call, file: File) -> ast.expr | None:
        """Return what something may be put into, if it is no function of the program that does."""
        foreign = [m for m in self.program.of(call.func, file) if isinstance(m, Foreign)]
        if foreign:
            is_filling = any(meaning.module in {"heapq", "bisect"} for meaning in foreign)
            return call.args[0] if is_filling and call.args else None
        match call.func:
            case ast.Attribute(value=base, attr=name):
                return base if name in harmless.HARMLESS - KEEPING_NOTHING else None
        return None

    def _make(self, call: ast.Call, file: File, home: File, kind: ast.ClassDef) -> None:
        """Give what an object is made of."""
        all_ = self.addresses.functions.get("__init__", [])
        own = [(where, function) for where, function in all_ if function in kind.body]
        for where, function in own or all_:
            self._fill(call, file, where, function)
        if not own and self.addresses.any(arguments(call), file):
            for field in fields(kind):
                self._give(self.addresses.keys(field, home), ANYTHING)

    def _give_all(self, value: Value) -> None:
        """Give something to all that is made of classes, whichever it is."""
        for home, function in self.addresses.functions.get("__init__", ()):
            keys = [(inside(function, home), one.arg) for one in parameters(function)]
            self._give(keys, value)
        for classes in self.addresses.classes.values():
            for home, kind in classes:
                for field in fields(kind):
                    self._give(self.addresses.keys(field, home), value)

    def _is_unclear(self, call: ast.Call, file: File) -> bool:
        if isinstance(call.func, ast.Attribute):
            return call.func.attr in self.program.own - self.addresses.functions.keys()
        is_own = [*self.addresses.called(call.func, file), *self.addresses.made(call.func, file)]
        return not is_own and not any(
            isinstance(meaning, Foreign) for meaning in self.program.of(call.func, file)
        )

    def _fill(self, call: ast.Call, file: File, home: File, function: Function) -> None:
        """Give the parameters of a function what a call gives."""
        positional = [*function.args.posonlyargs, *function.args.args]
        if self._skips_first(call, file, home, function):
            del positional[:1]
        scope, rest = inside(function, home), function.args.vararg
        for at, value in enumerate(call.args):
            found = self.addresses.of(value, file)
            if isinstance(value, ast.Starred):
                keys = [(scope, one.arg) for one in (*positional[at:], rest) if one]
                self._give(keys, found)
                break
            if at < len(positional):
                self._same(value, file, (scope, positional[at].arg), found)
            elif rest is not None:
                self._same(value, file, (scope, rest.arg), found.inside())
        for keyword in call.keywords:
            found = self.addresses.of(keyword.value, file).spread()
            for one in parameters(function):
                if keyword.arg in {None, one.arg} or one is function.args.kwarg:
                    self._same(keyword.value, file, (scope, one.arg), found)

    def _skips_first(self, call: ast.Call, file: File, home: File, function: Function) -> bool:
        if home.scopes[function].kind != "class":
            return False
        decorators = {ast.unparse(one) for one in function.decorator_list}
        match call.func:
            case ast.Attribute(value=base) if self.addresses.made(base, file):
                return "classmethod" in decorators  # `Class.method(thing, ...)`
        return "staticmethod" not in decorators
