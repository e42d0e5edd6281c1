"""What may be an object whose text has its address in it, or may have such a one in it.

An address is another one in each run. Of each variable, of each attribute by its name and of what
each function returns it is asked where there may be one (`turns.exploring.survey.values`); what
flows where, `turns.exploring.survey.flows` finds. What is not understood may be anything.
"""

import ast
from collections.abc import Iterable, Iterator

from turns.exploring.survey import harmless
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign, Function
from turns.exploring.survey.values import (
    ANYTHING,
    COMPARING,
    CONTENT,
    EMPTY,
    NOTHING,
    QUIET,
    RETURNED,
    WHOLE,
    Key,
    Value,
    arguments,
    fields,
    inside,
    is_plain,
    is_plain_kind,
    of_call,
    yields,
)


class Addresses:
    """Says what an expression of a program may be, by what is known of its variables."""

    def __init__(self, program: Program) -> None:
        """Know nothing yet."""
        self.program = program
        self.known: dict[Key, Value] = {}
        self.functions: dict[str, list[tuple[File, Function]]] = {}
        """By name, wherever they are defined."""
        self.classes: dict[str, list[tuple[File, ast.ClassDef]]] = {}
        for file, node in program.nodes():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self.functions.setdefault(node.name, []).append((file, node))
            elif isinstance(node, ast.ClassDef):
                self.classes.setdefault(node.name, []).append((file, node))

    def of(self, node: ast.AST, file: File) -> Value:
        """Say what ``node`` may be."""
        match node:
            case ast.Name():
                found = self._name(node, file)
            case ast.Attribute():
                found = self._attribute(node, file)
            case ast.Call():
                found = self._call(node, file)
            case ast.Await() | ast.Starred() | ast.YieldFrom() | ast.Subscript():
                found = self.item(node.value, file)
            case ast.Compare():
                found = self._special(COMPARING)
            case ast.Constant() | ast.JoinedStr() | ast.Slice() | ast.UnaryOp(op=ast.Not()):
                found = NOTHING
            case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str())):
                found = NOTHING
            case ast.BinOp() | ast.UnaryOp():
                found = self._either(self._operands(node), file) | self._special()
            case ast.NamedExpr(value=value):
                found = self.of(value, file)
            case _:
                found = self._display(node, file)
        return found

    def item(self, node: ast.AST, file: File) -> Value:
        """Say what may be got out of ``node``."""
        return self.of(node, file).item() | self._special()

    def any(self, nodes: Iterable[ast.AST | None], file: File) -> bool:
        """Tell whether there may be an address in one of these."""
        return any(self.of(node, file).any for node in nodes if node is not None)

    def _either(self, nodes: Iterable[ast.AST], file: File) -> Value:
        return either(self.of(node, file) for node in nodes)

    @staticmethod
    def _operands(node: ast.BinOp | ast.UnaryOp) -> list[ast.expr]:
        return [node.left, node.right] if isinstance(node, ast.BinOp) else [node.operand]

    def _display(self, node: ast.AST, file: File) -> Value:
        match node:
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                found = self._either(parts, file).inside()
            case ast.Dict(keys=keys, values=values):
                parts = [one for one in (*keys, *values) if one is not None]
                found = self._either(parts, file).inside()
            case ast.ListComp(elt=element) | ast.SetComp(elt=element):
                found = self.of(element, file).inside()
            case ast.DictComp(key=key, value=value):
                found = self._either([key, value], file).inside()
            case ast.GeneratorExp(elt=element):
                found = self.of(element, file).inside(own=True)
            case ast.IfExp(body=first, orelse=second):
                found = self._either([first, second], file)
            case ast.BoolOp(values=parts):
                found = self._either(parts, file)
            case _:
                found = ANYTHING
        return found

    def _special(self, names: frozenset[str] | None = None) -> Value:
        """Say what the program's own methods of some names, or of all special ones, may return."""
        return either(
            self.returned(*function)
            for name, functions in self.functions.items()
            if (name in names if names else name[:2] == name[-2:] == "__" and name not in QUIET)
            for function in functions
        ).spread()

    def _name(self, node: ast.Name, file: File) -> Value:
        found = either(self.known.get(key, NOTHING) for key in self.keys(node, file))
        foreign = (m for m in self.program.of(node, file) if isinstance(m, Foreign))
        return found | Value(own=not all(map(is_plain, foreign)))

    def _attribute(self, node: ast.Attribute, file: File) -> Value:
        foreign = [m for m in self.program.of(node, file) if isinstance(m, Foreign)]
        if foreign:
            found = Value(own=not all(map(is_plain, foreign)))
        elif node.attr in {"__name__", "__qualname__", "__doc__"}:
            found = NOTHING
        elif node.attr in self.program.own:
            found = either(self.known.get(key, NOTHING) for key in self.keys(node, file))
            for function in self.functions.get(node.attr, ()):  # or what a property returns
                found |= self.returned(*function) | Value(own=True)
        elif node.attr in {"name", "value", "maxsize"}:
            found = self.of(node.value, file).item()
        else:
            found = ANYTHING
        return found

    def keys(self, node: ast.AST, file: File) -> Iterator[Key]:
        """Find the variables that ``node`` is."""
        yield from self.program.homes(node, file)
        if isinstance(node, ast.Attribute):
            yield None, node.attr
        elif isinstance(node, ast.Name) and file.scopes[node].kind == "class":
            yield None, node.id

    # -- Calls -------------------------------------------------------------------------------------

    def _call(self, call: ast.Call, file: File) -> Value:
        functions = [*self.called(call.func, file)]
        found = either(self.returned(*one) for one in functions)
        foreign = [m for m in self.program.of(call.func, file) if isinstance(m, Foreign)]
        if classes := self.made(call.func, file):
            found |= either(self._instance(call, file, *one) for one in classes)
        elif foreign:
            given = self._given(call, file)
            found |= either(of_call(meaning, given) for meaning in foreign)
        elif isinstance(call.func, ast.Attribute):
            found |= self._method(call, call.func, file)
        elif not functions:
            found = ANYTHING
        return found

    def _given(self, call: ast.Call, file: File) -> Value:
        """Say what a function is given, and what those that it is given may return."""
        found = self._either(arguments(call), file)
        for one in call.args:
            for function in self.called(one, file):
                found |= self.returned(*function).inside()
        return found

    def called(self, node: ast.AST, file: File) -> Iterator[tuple[File, Function]]:
        """Find the program's own functions that ``node`` may be."""
        if isinstance(node, ast.Attribute):
            yield from self.functions.get(node.attr, ())
        elif isinstance(node, ast.Name):
            for home, definition in self._definitions(node, file):
                if isinstance(definition, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield home, definition

    def made(self, node: ast.AST, file: File) -> list[tuple[File, ast.ClassDef]]:
        """Find the program's own classes that ``node`` may be."""
        if isinstance(node, ast.Attribute):
            return self.classes.get(node.attr, [])
        return [
            (home, definition)
            for home, definition in self._definitions(node, file)
            if isinstance(definition, ast.ClassDef)
        ]

    def _definitions(self, node: ast.AST, file: File) -> Iterator[tuple[File, ast.AST]]:
        if isinstance(node, ast.Name):
            for scope, name in self.program.homes(node, file):
                for binding in scope.bindings.get(name, ()):
                    yield scope.file, binding.node

    def makes_texts(self, call: ast.Call, file: File) -> bool:
        """Tell whether a class is called that inherits from ``str``."""
        return any(
            Foreign("builtins", "str") in self.program.of(base, home)
            for home, kind in self.made(call.func, file)
            for base in kind.bases
        )

    def returned(self, file: File, function: Function) -> Value:
        """Say what a call of a function returns."""
        value = self.known.get((inside(function, file), RETURNED), NOTHING)
        if isinstance(function, ast.AsyncFunctionDef) or yields(function, file):
            return value.inside(own=True)
        return value

    def _instance(self, call: ast.Call, file: File, home: File, kind: ast.ClassDef) -> Value:
        is_any = self.any(arguments(call), file)
        found = Value(out=is_any, deep=is_any)
        names = {node.name for node in kind.body if isinstance(node, ast.FunctionDef)}
        bases = [meaning for base in kind.bases for meaning in self.program.of(base, home)]
        decorators = [ast.unparse(one) for one in kind.decorator_list]
        if "__repr__" in names or (bases and all(map(is_plain_kind, bases))):
            return found
        if any("dataclass" in one and "repr" not in one for one in decorators):
            return found | self._either(fields(kind), home).inside()
        return found | Value(own=True)

    def _method(self, call: ast.Call, function: ast.Attribute, file: File) -> Value:
        """Say what a method returns that is not the program's."""
        name = function.attr
        if name in self.program.own and name not in harmless.HARMLESS:
            # A function of the program, or one that an attribute holds.
            return NOTHING if name in self.functions else ANYTHING
        if name in EMPTY:
            return NOTHING
        given = self._either(arguments(call), file)
        base = self.of(function.value, file)
        if name == "create_task":
            found = given.all_of_it(own=True)
        elif name == "create_future":
            found = Value(own=True)
        elif name not in CONTENT:
            found = ANYTHING
        elif name in WHOLE:
            found = base.all_of_it() | base.item().inside()
        else:
            found = base.item() | given.spread()
            if name == "get":  # of a queue: it is awaited first
                found |= found.inside()
        return found


def either(values: Iterable[Value]) -> Value:
    """Return what may be any of these."""
    found = NOTHING
    for value in values:
        found |= value
    return found
