"""Where a program may look into the text of an object, which has its address in it.

Such a text may be printed: then the line itself shows that it is another one in each run. It may
not be looked into, or be kept where it could be: what comes of that, no schedule decides.
"""

import ast
import re
from collections.abc import Iterator

from turns.exploring.survey.flows import addresses
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign
from turns.exploring.survey.values import arguments

_MAKERS = frozenset(Foreign("builtins", name) for name in ("str", "repr", "ascii", "format"))
_FORMATS = frozenset("format substitute safe_substitute".split())
_READY = frozenset("format_map getMessage __repr__ __str__ __format__ __new__".split())
"""Methods that return a text of what need not be seen."""
_SHOWING = frozenset("debug info warning error critical exception write".split())
_WAYS = frozenset("join format strip rstrip lstrip ljust rjust center upper lower title".split())
"""Methods of texts that only make other texts."""
_AROUND = (
    *(ast.JoinedStr, ast.FormattedValue, ast.BinOp, ast.IfExp, ast.BoolOp, ast.Starred),
    *(ast.List, ast.Tuple, ast.ListComp, ast.GeneratorExp),
)
"""What a text may become a part of."""
_PART = re.compile(r"[0-9]|^[a-fA-F]")
"""What could be a part of an address or a time, or begin with the end of one."""


def looked_into(program: Program) -> Iterator[tuple[ast.AST, File]]:
    """Find the places where a text is made that may have an address and is not only shown."""
    texts = _Texts(program)
    for file, node in program.nodes():
        if texts.has_address(node, file) and not texts.is_shown(node, file):
            yield node, file


class _Texts:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.addresses = addresses(program)

    def has_address(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` makes or finds a text that may have an address in it."""
        match node:
            case ast.FormattedValue(value=value) | ast.BinOp(op=ast.Mod(), right=value):
                written: list[ast.expr] = [value]
            case ast.Attribute(attr="args", ctx=ast.Load()):  # of an error
                written = [node]
            case ast.Subscript(slice=ast.Constant(value="message"), ctx=ast.Load()):
                written = [node]  # of what a handler of errors is told
            case ast.Call(func=ast.Attribute(attr=name)) if name in _READY:
                return True
            case ast.Call():
                written = self._written(node, file)
            case _:
                return False
        return self.addresses.any(written, file)

    def _written(self, call: ast.Call, file: File) -> list[ast.expr]:
        """Return what a call makes a text of."""
        all_ = arguments(call)
        meanings = self.program.of(call.func, file)
        match call.func:
            case ast.Attribute(attr=name) if name in _FORMATS:
                return all_
            case ast.Attribute(attr="get") if (
                call.args
                and isinstance(call.args[0], ast.Constant)
                and call.args[0].value == "message"
            ):
                return [call]
        is_maker = (
            meanings & _MAKERS
            or self.addresses.makes_texts(call, file)
            or self._is_to_own(call, file)
            or any(self.program.of(one, file) & _MAKERS for one in all_)  # as in `map(str, things)`
        )
        return all_ if is_maker else []

    def _is_to_own(self, call: ast.Call, file: File) -> bool:
        """Tell whether this prints to an object of the program's own."""
        standard = {Foreign("sys", "stdout"), Foreign("sys", "stderr")}
        return self.program.of(call.func, file) == {Foreign("builtins", "print")} and any(
            keyword.arg in {"file", None} and not self.program.of(keyword.value, file) <= standard
            for keyword in call.keywords
        )

    def is_shown(self, node: ast.AST, file: File) -> bool:
        """Tell whether the text ``node`` is printed, and nothing else is done with it."""
        parent = file.parents[node]
        if isinstance(node, ast.Call) and self._is_to_own(node, file):
            return False
        match parent:
            case ast.BinOp(op=operator) if not isinstance(operator, ast.Add | ast.Mod):
                found = False
            case ast.Attribute(attr=name):
                call = file.parents[parent]
                is_called = isinstance(call, ast.Call) and call.func is parent
                found = is_called and name in _WAYS and self.is_shown(call, file)
            case ast.Expr() | ast.Assert() | ast.Raise() | ast.keyword(arg="sep" | "end"):
                found = True
            case ast.Call():
                found = self._is_taken(parent, file)
            case ast.Compare():
                found = _is_steady(parent, node)
            case _:
                found = isinstance(parent, _AROUND) and self.is_shown(parent, file)
        return found

    def _is_taken(self, call: ast.Call, file: File) -> bool:
        """Tell whether a function only shows what it is given."""
        meanings = self.program.of(call.func, file)
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if meanings == {Foreign("builtins", "print")}:
            return not self._is_to_own(call, file)
        if meanings & _MAKERS or meanings == {Foreign("builtins", "map")} or name in _WAYS:
            return self.is_shown(call, file)
        if name in _SHOWING:
            return name not in self.program.own
        # Whoever asks an error for its text is judged there.
        return isinstance(file.parents[call], ast.Raise) and all(
            isinstance(one, Foreign) and one.module == "builtins" and one.name[0].isupper()
            for one in meanings
        )


def _is_steady(compare: ast.Compare, node: ast.AST) -> bool:
    """Tell whether ``node`` is compared with a text that no address or time can be a part of."""
    match compare:
        case ast.Compare(
            left=ast.Constant(value=str(text)), ops=[ast.In() | ast.NotIn()], comparators=[one]
        ):
            return one is node and not _PART.search(text)
    return False
