"""Where a program may look into the text of an object, which has its address in it.

Such a text may be printed: then the line itself shows that it is another one in each run. It may
not be looked into, or be kept where it could be: what comes of that, no schedule decides.
"""

import ast
import re
from collections.abc import Iterator

from turns.exploring.survey.addresses import Addresses
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign

_MAKERS = frozenset(Foreign("builtins", name) for name in ("str", "repr", "ascii", "format"))
_LOGGING = frozenset("debug info warning error critical exception write".split())
_WAYS = frozenset("join format strip rstrip lstrip ljust rjust center upper lower title".split())
"""Methods of texts that only make other texts."""


def looked_into(program: Program) -> Iterator[tuple[ast.AST, File]]:
    """Find the places where a text is made that may have an address and is not only shown."""
    texts = _Texts(program)
    for file, node in program.nodes():
        may = any(
            one is None or texts.addresses.of(one, file).any for one in texts.written(node, file)
        )
        if may and not texts.is_shown(node, file):
            yield node, file


class _Texts:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.addresses = Addresses(program)

    def written(self, node: ast.AST, file: File) -> Iterator[ast.expr | None]:
        """Yield what ``node`` makes a text of; None, if that may be anything."""
        match node:
            case ast.FormattedValue(value=value):
                yield value
            case ast.BinOp(op=ast.Mod(), right=right):
                yield right
            case ast.Call(func=ast.Attribute(attr="format" | "substitute" | "safe_substitute")):
                yield from (*node.args, *(keyword.value for keyword in node.keywords))
            case ast.Call(
                func=ast.Attribute(attr="format_map" | "getMessage" | "__repr__" | "__str__")
                | ast.Attribute(attr="__format__" | "__new__")
            ):
                yield None
            case (
                ast.Subscript(slice=ast.Constant(value="message"), ctx=ast.Load())
                | ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value="message"), *_])
            ):
                yield node  # of what a handler of errors is told
            case ast.Call(func=function):
                meanings = self.program.of(function, file)
                if meanings & _MAKERS or self.addresses.makes_texts(node, file):
                    yield from node.args
                elif any(isinstance(one, ast.Name) and self._makes(one, file) for one in node.args):
                    yield from node.args  # as in `map(str, things)`
                elif Foreign("json", "dumps") in meanings and any(
                    keyword.arg == "default" and self._makes(keyword.value, file)
                    for keyword in node.keywords
                ):
                    yield from node.args
                elif meanings == {Foreign("builtins", "print")} and self._is_to_own(node, file):
                    yield from node.args
            case ast.Attribute(attr="args", ctx=ast.Load()):
                yield node

    def _makes(self, node: ast.AST, file: File) -> bool:
        return isinstance(node, ast.Name) and bool(self.program.of(node, file) & _MAKERS)

    def _is_to_own(self, call: ast.Call, file: File) -> bool:
        standard = {Foreign("sys", "stdout"), Foreign("sys", "stderr")}
        return any(
            keyword.arg in {"file", None} and not self.program.of(keyword.value, file) <= standard
            for keyword in call.keywords
        )

    def is_shown(self, node: ast.AST, file: File) -> bool:
        """Tell whether the text ``node`` is printed, and nothing else is done with it."""
        parent = file.parents[node]
        if isinstance(node, ast.Call) and self._is_to_own(node, file):
            return False
        match parent:
            case (
                ast.JoinedStr()
                | ast.FormattedValue()
                | ast.BinOp(op=ast.Add() | ast.Mod())
                | ast.IfExp()
                | ast.BoolOp()
                | ast.Starred()
                | ast.List()
                | ast.Tuple()
                | ast.ListComp()
                | ast.GeneratorExp()
            ):
                return self.is_shown(parent, file)
            case ast.Attribute(attr=name):
                call = file.parents[parent]
                is_called = isinstance(call, ast.Call) and call.func is parent
                return is_called and name in _WAYS and self.is_shown(call, file)
            case ast.Expr() | ast.Assert() | ast.Raise():
                return True
            case ast.Call():
                return self._takes(parent, file)
            case ast.keyword(arg="sep" | "end"):
                return True
            case ast.Compare():
                return self._is_steady(parent, node)
        return False

    def _is_steady(self, compare: ast.Compare, node: ast.AST) -> bool:
        """Tell whether ``node`` is compared with a text that no address or time can be part of."""
        match compare:
            case ast.Compare(
                left=ast.Constant(value=str(text)), ops=[ast.In() | ast.NotIn()], comparators=[one]
            ):
                is_inside = one is node and text[:1] not in set("abcdefABCDEF")
            case ast.Compare(left=one, ops=[ast.Eq()], comparators=[ast.Constant(value=str(text))]):
                is_inside = one is node
            case _:
                return False
        return is_inside and not re.search("[0-9]", text)

    def _takes(self, call: ast.Call, file: File) -> bool:
        meanings = self.program.of(call.func, file)
        if meanings == {Foreign("builtins", "print")}:
            return not self._is_to_own(call, file)
        if meanings & _MAKERS or meanings == {Foreign("builtins", "map")}:
            return self.is_shown(call, file)
        if isinstance(call.func, ast.Attribute) and call.func.attr in _WAYS:
            return self.is_shown(call, file)
        if isinstance(call.func, ast.Attribute) and call.func.attr in _LOGGING:
            return call.func.attr not in self.program.own
        # Whoever asks an error for its text is judged there.
        errors = all(
            isinstance(one, Foreign) and one.module == "builtins" and one.name[:1].isupper()
            for one in meanings
        )
        return errors and isinstance(file.parents[call], ast.Raise)
