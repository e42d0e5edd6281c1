"""Which attributes a program may ask of an object that it holds, whatever the object is."""

import ast
from collections.abc import Iterator

from turns.exploring.survey import harmless, known
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign

Found = Iterator[tuple[str, str]]


class Attributes:
    """Judges what is asked of objects by the attribute's name."""

    def __init__(self, program: Program) -> None:
        """Find what `program` may not ask for even if it has its own."""
        self.program = program
        words: set[str] = set()
        for _, node in program.nodes():
            match node:
                case ast.Attribute(attr=name):
                    words.add(name)
                case ast.alias(name=name) | ast.ImportFrom(module=str(name)):
                    words |= set(name.split("."))
                case ast.Constant(value=str(text)) if text.isidentifier():
                    words.add(text)  # as in `getattr(task, "get_loop")`
        self.hidden = frozenset[str]().union(
            *(names for mentions, names in harmless.HIDDEN if not mentions or mentions & words)
        )

    def reading(self, name: str) -> Found:
        """Say whether ``x.name`` is unknown, for any x."""
        if name in harmless.HARMLESS or name in harmless.DUNDERS:
            return
        if name.startswith("__") and name.endswith("__"):
            yield f".{name}", "chance" if name == "__hash__" else "state"
        elif name.startswith("_") and "__" in name[1:] and not name.startswith("__"):
            yield f".{name}", "state"  # perhaps what a class calls `__name`
        elif name in {"format", "format_map"}:
            yield f".{name}", "state"
        elif name not in self.program.own or self._is_hidden(name):
            yield f".{name}", known.kind_of("", name)

    def writing(self, name: str) -> Found:
        """Say whether ``x.name = ...`` is unknown, for any x."""
        if (name.startswith("__") and name.endswith("__")) or self._is_hidden(name):
            yield f".{name} = ...", known.kind_of("", name)

    def inheriting(self, name: str) -> Found:
        """Say whether ``super().name(...)`` is unknown."""
        if name not in harmless.INHERITED:
            yield from self.reading(name)

    def _is_hidden(self, name: str) -> bool:
        if name.startswith("__"):  # in a class, it is called `_Class__name`
            return any(hidden.endswith(name) for hidden in self.hidden)
        return name in self.hidden and name not in harmless.HARMLESS

    def is_format(self, node: ast.Attribute, file: File) -> bool:
        """Tell whether this is the method of a text that is written out, called."""
        call = file.parents[node]
        is_called = isinstance(call, ast.Call) and call.func is node
        is_text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return node.attr in {"format", "format_map"} and is_called and is_text

    def in_format(self, node: ast.Attribute) -> Found:
        """Say what is unknown about the fields of a text: "{0.name}" asks for an attribute."""
        if isinstance(node.value, ast.Constant) and "." in "".join(_fields(str(node.value.value))):
            yield "an attribute in a format", "state"

    def named(self, node: ast.Call | ast.MatchClass, file: File) -> Found:
        """Say what is unknown about the attributes that a call or a pattern names apart."""
        match node:
            case ast.MatchClass(kwd_attrs=names):
                for name in names:
                    yield from self.reading(name)
            case ast.Call(func=ast.Name(id=function) as called) if function in known.NAMED:
                if Foreign("builtins", function) in self.program.of(called, file):
                    yield from self._named(function, node)

    def _named(self, function: str, node: ast.Call) -> Found:
        match node.args:
            case [_, ast.Constant(value=str(name)), *_] if not node.keywords:
                is_read = function in {"getattr", "hasattr"}
                yield from self.reading(name) if is_read else self.writing(name)
            case _:
                yield f"{function}() of a name that is computed", "state"

    def match_arguments(self, node: ast.stmt) -> Found:
        """Say what is unknown about the attributes that patterns of a class look at."""
        match node:
            case ast.Assign(targets=[ast.Name(id="__match_args__")], value=ast.Tuple(elts=names)):
                for name in names:
                    match name:
                        case ast.Constant(value=str(text)):
                            yield from self.reading(text)
                        case _:
                            yield "__match_args__", "state"
            case _ if any(_is_match_arguments(child) for child in ast.walk(node)):
                yield "__match_args__", "state"


def _is_match_arguments(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "__match_args__"


def _fields(text: str) -> Iterator[str]:
    """Find what stands between braces, or begins to."""
    for part in text.split("{")[1:]:
        yield part.partition("}")[0].partition(":")[0].partition("!")[0]
