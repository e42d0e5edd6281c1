"""What each name in a program's files may refer to, found without running it.

Nothing is said about when a name is bound: it may refer to whatever is bound to it anywhere in its
scope, and in a module or a class also to the builtin of that name.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from turns.exploring.survey.siblings import absolute

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Comprehension: TypeAlias = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Module:
    """A module that is not the program's, by its full name."""

    name: str


@dataclass(frozen=True)
class Foreign:
    """What such a module calls ``name``; that of the builtins is called ``builtins``."""

    module: str
    name: str

    def __str__(self) -> str:
        """Write it as in a program."""
        return self.name if self.module == "builtins" else f"{self.module}.{self.name}"


@dataclass(frozen=True)
class Sibling:
    """A module of the program's own, by its full name."""

    name: str


@dataclass(frozen=True)
class Own:
    """Anything else."""


@dataclass(frozen=True)
class Raised:
    """The class of an exception, as ``__exit__`` is told of it: perhaps another module's."""


OWN = Own()
Meaning: TypeAlias = Module | Foreign | Sibling | Own | Raised
EXITS = frozenset(["__exit__", "__aexit__"])


@dataclass(frozen=True, eq=False)
class Binding:
    """One place where a name is bound."""

    node: ast.AST
    meaning: "Meaning | None" = None
    """What an import binds it to."""
    value: ast.expr | None = None
    """What an assignment gives to this name alone."""


@dataclass(eq=False)
class Scope:
    """A module, a class, a function or lambda, or a comprehension."""

    kind: str
    file: "File"
    parent: "Scope | None" = None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    """Names declared ``global`` or ``nonlocal``."""

    @property
    def is_local(self) -> bool:
        """Say whether a name that is bound here is always this one."""
        return self.kind in {"function", "comprehension"}

    def owners(self, name: str) -> "list[Scope]":
        """Return the scopes that may hold what ``name`` refers to here."""
        scope: Scope | None = self.file.scope if self.elsewhere.get(name) == "global" else self
        found: list[Scope] = []
        while scope is not None:
            visible = scope is self or scope.kind != "class"
            if visible and name in scope.bindings:
                found.append(scope)
                if scope.is_local and scope is found[0]:
                    break
            scope = scope.parent
        return found

    def bind(self, name: str, binding: Binding) -> None:
        """Note that ``name`` is bound here, or where it is declared to be."""
        declared = self.elsewhere.get(name)
        scope: Scope = self
        if declared == "global":
            scope = self.file.scope
        elif declared == "nonlocal":
            scope = next((owner for owner in self.owners(name) if owner.is_local), self)
        scope.bindings.setdefault(name, []).append(binding)


class File:
    """One parsed file, with its scopes."""

    def __init__(self, path: str, module: str, tree: ast.Module, siblings: frozenset[str]) -> None:
        """Find the scopes of ``tree``; ``siblings`` are the names of the program's own modules."""
        self.path, self.module, self.tree, self.siblings = path, module, tree, siblings
        self.scope = Scope("module", self)
        self.scopes: dict[ast.AST, Scope] = {}
        """Of each node."""
        self.parents: dict[ast.AST, ast.AST] = {
            child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
        }
        self._later: list[tuple[ast.AST, Scope]] = []
        self._visit(tree, self.scope)
        # What is ``nonlocal`` is bound last: then the function that it belongs to is known.
        for last in (False, True):
            for node, scope in self._later:
                self._bind(node, scope, last=last)

    def _visit(self, node: ast.AST, scope: Scope) -> None:
        self.scopes[node] = scope
        if isinstance(node, ast.Global | ast.Nonlocal):
            kind = "global" if isinstance(node, ast.Global) else "nonlocal"
            scope.elsewhere.update(dict.fromkeys(node.names, kind))
        self._later.append((node, scope))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            outer = self._with_type_parameters(node, scope)
            inner = Scope("class" if isinstance(node, ast.ClassDef) else "function", self, outer)
            for name, value in ast.iter_fields(node):
                where = {"body": inner, "decorator_list": scope}.get(name, outer)
                self._visit_all(value, where)
                if isinstance(value, ast.arguments):
                    self._arguments(value, inner, is_exit=node.name in EXITS)
        elif isinstance(node, ast.Lambda):
            inner = Scope("function", self, scope)
            self._visit(node.args, scope)
            self._arguments(node.args, inner)
            self._visit(node.body, inner)
        elif isinstance(node, COMPREHENSIONS):
            inner = Scope("comprehension", self, scope)
            first = node.generators[0]
            for child in ast.iter_child_nodes(node):
                if child is not first:
                    self._visit(child, inner)
            self.scopes[first] = inner
            self._visit_all([first.target, *first.ifs], inner)
            self._visit(first.iter, scope)
        else:
            self._visit_all(list(ast.iter_child_nodes(node)), scope)

    def _visit_all(self, value: object, scope: Scope) -> None:
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                self._visit(child, scope)

    def _with_type_parameters(self, node: ast.AST, scope: Scope) -> Scope:
        parameters = getattr(node, "type_params", [])
        if not parameters:
            return scope
        inner = Scope("function", self, scope)
        for parameter in parameters:
            inner.bind(parameter.name, Binding(parameter))
        return inner

    def _arguments(self, arguments: ast.arguments, scope: Scope, *, is_exit: bool = False) -> None:
        positional = [*arguments.posonlyargs, *arguments.args]
        second = positional[1] if len(positional) > 1 else arguments.vararg
        for node in ast.iter_child_nodes(arguments):
            if isinstance(node, ast.arg):
                meaning = Raised() if is_exit and node is second else None
                scope.bind(node.arg, Binding(node, meaning))

    def _bind(self, node: ast.AST, scope: Scope, *, last: bool) -> None:
        """Note what ``node`` itself binds; ``last``: to names that are ``nonlocal`` there."""
        for name, binding in self._bound(node):
            where = scope
            while where.kind == "comprehension" and isinstance(self.parents[node], ast.NamedExpr):
                where = where.parent or where
            if (where.elsewhere.get(name) == "nonlocal") is last:
                where.bind(name, binding)

    def _bound(self, node: ast.AST) -> Iterator[tuple[str, Binding]]:
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name, Binding(node, value=_given(node, self.parents[node]))
            case (
                ast.FunctionDef(name=str(name))
                | ast.AsyncFunctionDef(name=str(name))
                | ast.ClassDef(name=str(name))
                | ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
                | ast.MatchMapping(rest=str(name))
            ):
                yield name, Binding(node)
            case ast.Import(names=names):
                for alias in names:
                    whole = alias.name if alias.asname else alias.name.partition(".")[0]
                    yield alias.asname or whole, Binding(alias, self.imported(whole))
            case ast.ImportFrom(names=names):
                for alias in names:
                    meaning = self.imported_from(node, alias.name)
                    yield alias.asname or alias.name, Binding(alias, meaning)

    def imported(self, name: str) -> Meaning:
        """Return what ``import name as ...`` binds."""
        return Sibling(name) if name in self.siblings else Module(name)

    def imported_from(self, node: ast.ImportFrom, name: str) -> Meaning:
        """Return what ``from ... import name`` binds."""
        base = self.source_of(node)
        if f"{base}.{name}".lstrip(".") in self.siblings:
            return Sibling(f"{base}.{name}".lstrip("."))
        return Foreign(base, name)

    def source_of(self, node: ast.ImportFrom) -> str:
        """Return the full name of the module that ``node`` imports from."""
        is_package = self.path.endswith("__init__.py")
        package = self.module if is_package else self.module.rpartition(".")[0]
        return absolute(node, package)


def _given(node: ast.Name, parent: ast.AST) -> ast.expr | None:
    match parent:
        case ast.Assign(value=value) if node in parent.targets:
            return value
        case ast.AnnAssign(value=value):
            return value
    return None


def bound_by(node: ast.AST) -> str | None:
    """Return the name that ``node`` binds, if it binds one alone."""
    match node:
        case (
            ast.FunctionDef(name=name)
            | ast.AsyncFunctionDef(name=name)
            | ast.ClassDef(name=name)
            | ast.MatchAs(name=str(name))
            | ast.MatchStar(name=str(name))
            | ast.MatchMapping(rest=str(name))
            | ast.ExceptHandler(name=str(name))
            | ast.arg(arg=name)
            | ast.Name(id=name, ctx=ast.Store() | ast.Del())
        ):
            return name
        case ast.alias(name=name, asname=asname):
            return asname or name
    return None
