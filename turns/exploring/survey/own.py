"""The names that a program gives to its own functions, and to attributes of its objects."""

import ast
from collections.abc import Iterator

from turns.exploring.survey.scopes import File

_TYPES = frozenset("namedtuple NamedTuple Enum IntEnum StrEnum Flag IntFlag".split())
"""What makes a class of the names of its attributes."""


def given(node: ast.AST, file: File) -> Iterator[str]:
    """Find the names that ``node`` gives."""
    match node:
        case ast.Attribute(attr=name, ctx=ast.Store()):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.ClassDef(body=[first, *_]):
            yield from file.scopes[first].bindings
        case ast.Call(func=ast.Name(id=function) | ast.Attribute(attr=function)):
            yield from _by_call(function, node)
        case ast.Assign(targets=[ast.Name(id="__slots__")], value=names):
            yield from _texts(names)


def _by_call(function: str, call: ast.Call) -> Iterator[str]:
    if function in _TYPES and len(call.args) > 1:
        for text in _texts(call.args[1]):
            yield from text.replace(",", " ").split()
    elif function == "SimpleNamespace":
        yield from (keyword.arg for keyword in call.keywords if keyword.arg)
    elif function == "setattr" and len(call.args) > 1:
        yield from _texts(call.args[1])


def _texts(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
