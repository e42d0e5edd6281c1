"""Which programs anything may be proven about: those that name nothing but what is known.

The digest of a state (`turns.exploring.digest`) sees all that a program reaches through the
variables of its own modules, its coroutines, the loop and its timers. It does not see the
environment, files, what other modules keep, and what clocks, threads and chance will say. So each
name, each attribute and each kind of statement in the program has to be known not to touch those
(`turns.exploring.survey.known`), or to be the program's own. Everything else is *unknown*: of kind
``state``, ``chance``, ``address``, ``clock`` or ``outside``. Of one kind, ``set``, it is only
whether the order of a set decides something: that is known as soon as all schedules are.

What is the program's own. A name, by the rules of scopes. An attribute, if the program defines one
so called; but never by that alone what the objects of others have under that name (`HIDDEN`). A
function or class of another module that attributes can be set on may only be used on the spot
(called, inherited from, waited for in an ``except``) or get another name: in a variable, it would
be a place to keep state that nothing refers to.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from turns.exploring.survey import known, texts, uses
from turns.exploring.survey.attributes import Attributes, Found
from turns.exploring.survey.harmless import DEFINED
from turns.exploring.survey.identities import is_visible
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.references import References
from turns.exploring.survey.scopes import EXITS, File, Foreign, Module, Sibling, bound_by
from turns.exploring.survey.siblings import module_name


@dataclass(frozen=True, order=True)
class Unknown:
    """A word that keeps a program from being proven about."""

    file: str
    line: int
    what: str
    kind: str
    """``state``, ``chance``, ``address``, ``clock`` or ``outside``; or ``set``, if a run notices
    it."""
    is_sibling: bool = False
    """It stands in a module that the program imports, and not in its own file."""

    def __str__(self) -> str:
        """Say where it stands."""
        place = f"{self.file}, line" if self.is_sibling else "line"
        return f"{place} {self.line}: {self.what}"


def survey(sources: Mapping[str, bytes]) -> list[Unknown]:
    """Find all that is unknown in a program; the first of its files is the one that is run.

    The files are named as `turns.exploring.survey.siblings.sources` does.
    """
    trees: dict[str, ast.Module] = {}
    first = next(iter(sources), "")
    for path, source in sources.items():
        try:
            trees[path] = ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = getattr(error, "lineno", None) or 1
            return [Unknown(path, line, "a syntax that is not understood", "state", path != first)]
    try:
        return sorted(_Survey(trees).findings(), key=lambda each: (each.is_sibling, each))
    except RecursionError:
        return [Unknown(first, 1, "nested too deeply", "state")]


class _Survey:
    """Goes through all that a program is written of."""

    def __init__(self, trees: Mapping[str, ast.Module]) -> None:
        names = {path: module_name(path) for path in trees}
        siblings = frozenset(
            ".".join(parts[:length])
            for parts in (name.split(".") for name in names.values())
            for length in range(1, len(parts) + 1)
        )
        self.files = [File(path, names[path], tree, siblings) for path, tree in trees.items()]
        self.program = Program({file.module: file for file in self.files})
        self.attributes = Attributes(self.program)
        self.references = References(self.program, self.attributes)

    def findings(self) -> set[Unknown]:
        """Return all that is unknown, each once."""
        found = set()
        for file, node in self.program.nodes():
            for what, kind in self._in(node, file):
                found.add(self._unknown(node, file, what, kind))
        for node, file, kind in uses.shown(self.program):
            found.add(self._unknown(node, file, "the order of a set", kind))
        for node, file in texts.looked_into(self.program):
            found.add(self._unknown(node, file, "a text that may have an address in it", "address"))
        return found

    def _unknown(self, node: ast.AST, file: File, what: str, kind: str) -> Unknown:
        at = node
        while not hasattr(at, "lineno") and at in file.parents:
            at = file.parents[at]
        return Unknown(file.path, getattr(at, "lineno", 1), what, kind, file is not self.files[0])

    def _in(self, node: ast.AST, file: File) -> Found:
        """Say what ``node`` alone has that is unknown."""
        name = bound_by(node)
        if name is not None and _is_dunder(name) and not _may_define(name, node):
            yield name, "state"
        match node:
            case ast.Import() | ast.ImportFrom():
                yield from self._import(node, file)
            case ast.ClassDef():
                yield from self._class(node, file)
            case ast.Name():
                yield from self.references.name(node, file)
            case ast.Attribute():
                yield from self.references.attribute(node, file)
            case ast.Call() | ast.MatchClass():
                yield from self.attributes.named(node, file)
            case ast.Compare() if not is_visible(node, file, self.program):
                yield "is between what may be texts or numbers", "state"
            case _ if type(node).__name__ not in known.SYNTAX:
                yield f"the syntax {type(node).__name__}", "state"

    def _import(self, node: ast.Import | ast.ImportFrom, file: File) -> Found:
        if isinstance(node, ast.ImportFrom):
            yield from self._import_from(node, file)
            return
        for alias in node.names:
            meaning = file.imported(alias.name)
            yield from self._imported(node, file, alias.name, own=isinstance(meaning, Sibling))
            if isinstance(meaning, Module) and alias.name.partition(".")[0] in file.siblings:
                yield f"module {alias.name}", "state"

    def _import_from(self, node: ast.ImportFrom, file: File) -> Found:
        module = file.source_of(node)
        if module == "__future__":
            return
        own = module in file.siblings or (not module and node.level > 0)
        yield from self._imported(node, file, module, own=own)
        for alias in node.names:
            if alias.name == "*":
                yield f"from {module} import *", "state"
            elif own:
                yield from self.references.member(module, alias.name)
            elif not known.is_known(module, alias.name):
                yield f"{module}.{alias.name}", known.kind_of(module, alias.name)

    def _imported(self, node: ast.stmt, file: File, module: str, *, own: bool) -> Found:
        """Say what is unknown about importing a module, whatever is done with it then."""
        kind = file.scopes[node].kind
        if kind == "class":
            yield f"module {module} in a class", "state"
        if not own and not known.is_inert(module):
            yield f"module {module}", known.kind_of(module)
        if own and known.is_standard(module):
            yield f"module {module}, which hides one of Python's", "state"
        if own and kind != "module":
            yield f"module {module}, imported while the program runs", "state"

    def _class(self, node: ast.ClassDef, file: File) -> Found:
        for keyword in node.keywords:
            is_metaclass = keyword.arg in {"metaclass", None}
            if is_metaclass and self.program.of(keyword.value, file) != {Foreign("abc", "ABCMeta")}:
                yield "a metaclass", "state"
        for base in node.bases:
            if not isinstance(base, ast.Name | ast.Attribute | ast.Subscript):
                yield "a class that is computed", "state"
            for meaning in self.program.of(base, file):
                if isinstance(meaning, Foreign):
                    yield from self._base(node, file, meaning)
        for statement in node.body:
            yield from self.attributes.match_arguments(statement)

    def _base(self, node: ast.ClassDef, file: File, base: Foreign) -> Found:
        """Say what is unknown about a class that inherits from ``base``."""
        yield from self.references.calls.inherited(base)
        if base.module == "builtins":
            if base.name == "type":
                yield "a metaclass", "state"
        elif str(base) not in known.BASES:
            yield f"a class made of {base}", "state"
        elif file.scopes[node].kind != "module" and not known.is_unchangeable(base):
            # Of one in a module, the digest sees the functions that it inherits.
            yield f"a class made of {base} in a function", "state"


def _may_define(name: str, node: ast.AST) -> bool:
    if name in EXITS:  # what it is told must be seen
        return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.decorator_list
    return name in DEFINED


def _is_dunder(name: str) -> bool:
    return name[:2] == "__" and name[-2:] == "__"
