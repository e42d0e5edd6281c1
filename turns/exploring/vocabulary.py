"""Which programs anything may be proven about: those that name nothing but what is known.

The digest of a state (`turns.exploring.digest`) sees all that a program reaches through the
variables of its own modules, its coroutines, the loop and its timers. It does not see the
environment, files, what other modules keep, and what clocks, threads and chance will say. So each
name, each attribute and each kind of statement in the program has to be known not to touch those
(`turns.exploring.known`), or to be the program's own. Everything else is *unknown*: of kind
``state``, ``chance``, ``clock`` or ``outside``.

What is the program's own. A name, by the rules of scopes. An attribute, if the program defines one
so called; but never by that alone what the objects of others have under that name (`HIDDEN`). A
function or class of another module that attributes can be set on may only be used on the spot
(called, inherited from, waited for in an ``except``) or get another name: in a variable, it would
be a place to keep state that nothing refers to.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from turns.exploring import known, orders
from turns.exploring.attributes import Attributes
from turns.exploring.meanings import Program
from turns.exploring.places import is_passing
from turns.exploring.scopes import OWN, File, Foreign, Module, Own, Sibling
from turns.exploring.siblings import module_name


@dataclass(frozen=True, order=True)
class Unknown:
    """A word that keeps a program from being proven about."""

    file: str
    line: int
    what: str
    kind: str
    """``state``, ``chance``, ``clock`` or ``outside``."""
    is_sibling: bool = False
    """It stands in a module that the program imports, and not in its own file."""

    def __str__(self) -> str:
        """Say where it stands."""
        place = f"{self.file}, line" if self.is_sibling else "line"
        return f"{place} {self.line}: {self.what}"


def survey(sources: Mapping[str, bytes]) -> list[Unknown]:
    """Find all that is unknown in a program; the first of its files is the one that is run.

    The files are named as `turns.exploring.siblings.sources` does.
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
        return sorted(_Survey(trees).findings())
    except RecursionError:
        return [Unknown(first, 1, "nested too deeply", "state")]


class _Survey:
    def __init__(self, trees: Mapping[str, ast.Module]) -> None:
        names = {path: module_name(path) for path in trees}
        packages = {name.rpartition(".")[0] for name in names.values()} - {""}
        siblings = frozenset([*names.values(), *packages])
        files = [File(path, names[path], tree, siblings) for path, tree in trees.items()]
        self.files = files
        self.program = Program({file.module: file for file in files})
        self.attributes = Attributes(self.program)

    def findings(self) -> set[Unknown]:
        """Return all that is unknown, each once."""
        found = set()
        for file in self.files:
            for node in ast.walk(file.tree):
                for what, kind in self._in(node, file):
                    found.add(self._unknown(node, file, what, kind))
        for node, file in orders.shown(self.program):
            found.add(self._unknown(node, file, "the order of a set", "chance"))
        return found

    def _unknown(self, node: ast.AST, file: File, what: str, kind: str) -> Unknown:
        at = node
        while not hasattr(at, "lineno") and at in file.parents:
            at = file.parents[at]
        return Unknown(file.path, getattr(at, "lineno", 1), what, kind, file is not self.files[0])

    def _in(self, node: ast.AST, file: File) -> Iterator[tuple[str, str]]:
        """Say what ``node`` alone has that is unknown."""
        match node:
            case ast.Import():
                yield from self._import(node, file)
            case ast.ImportFrom():
                yield from self._import_from(node, file)
            case ast.Name():
                yield from self._name(node, file)
            case ast.Attribute():
                yield from self._attribute(node, file)
            case ast.Call():
                yield from self._call(node, file)
            case ast.ClassDef():
                yield from self._class(node, file)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from _defined(node.name)
            case ast.MatchClass(kwd_attrs=names):
                for name in names:
                    yield from self.attributes.reading(name)
            case _ if type(node).__name__ not in known.SYNTAX:
                yield f"the syntax {type(node).__name__}", "state"

    def _import(self, node: ast.Import, file: File) -> Iterator[tuple[str, str]]:
        for alias in node.names:
            meaning = file.imported(alias.name)
            yield from self._imported(node, file, alias.name, own=isinstance(meaning, Sibling))
            if isinstance(meaning, Module) and alias.name.partition(".")[0] in file.siblings:
                yield f"module {alias.name}", "state"

    def _import_from(self, node: ast.ImportFrom, file: File) -> Iterator[tuple[str, str]]:
        module = file.source_of(node)
        if module == "__future__":
            return
        own = module in file.siblings or (not module and node.level > 0)
        yield from self._imported(node, file, module, own=own)
        for alias in node.names:
            if alias.name == "*":
                yield f"from {module} import *", "state"
            elif own:
                yield from self._member(module, alias.name)
            elif not self._is_known(module, alias.name):
                yield f"{module}.{alias.name}", known.kind_of(module, alias.name)

    def _imported(
        self, node: ast.stmt, file: File, module: str, *, own: bool
    ) -> Iterator[tuple[str, str]]:
        """Say what is unknown about importing a module, whatever is done with it then."""
        if file.scopes[node].kind == "class":
            yield f"module {module} in a class", "state"
        if not own and not known.is_inert(module):
            yield f"module {module}", known.kind_of(module)
        if own and known.is_standard(module):
            yield f"module {module}, which hides one of Python's", "state"
        if own and file.scopes[node].kind != "module":
            yield f"module {module}, imported while the program runs", "state"

    def _is_known(self, module: str, name: str) -> bool:
        return name in known.KNOWN.get(module, ()) or f"{module}.{name}" in known.KNOWN

    def _member(self, module: str, name: str) -> Iterator[tuple[str, str]]:
        """Say whether a module of the program's own is known to have ``name``."""
        file = self.program.files.get(module)
        own = file is not None and name in file.scope.bindings
        if not own and f"{module}.{name}".lstrip(".") not in self.files[0].siblings:
            yield from self.attributes.reading(name)

    def _name(self, node: ast.Name, file: File) -> Iterator[tuple[str, str]]:
        scope = file.scopes[node]
        if node.id[:2] == "__" != node.id[-2:] and not (
            scope.kind == "class" or any(owner.is_local for owner in scope.owners(node.id)[:1])
        ):
            yield f"{node.id}, which has another name in a class", "state"
        if not isinstance(node.ctx, ast.Load):
            yield from _defined(node.id)
            return
        for meaning in self.program.of(node, file):
            match meaning:
                case Module(name=module):
                    if not is_passing(node, file, self.program, module=True):
                        yield f"module {module} as a value", "state"
                case Sibling(name=module):
                    if not is_passing(node, file, self.program, module=True):
                        yield f"module {module} as a value", "state"
                case Foreign(module="builtins", name=name):
                    yield from self._builtin(node, file, name)
                case Foreign():
                    yield from self._foreign(node, file, meaning)

    def _builtin(self, node: ast.Name, file: File, name: str) -> Iterator[tuple[str, str]]:
        call = file.parents.get(node)
        called = call if isinstance(call, ast.Call) and call.func is node else None
        if name in known.PURE or name in orders.MAKERS:
            return
        if name == "super" and called is not None and not called.args and not called.keywords:
            if not isinstance(file.parents[called], ast.Attribute):
                yield "super() as a value", "state"
        elif name == "type":
            yield from self._type(node, called, file)
        elif name not in known.NAMED or called is None:
            yield (f"{name}()" if called else name), known.kind_of("builtins", name)

    def _type(self, node: ast.Name, call: ast.Call | None, file: File) -> Iterator[tuple[str, str]]:
        if call is None:
            if not self._is_type(node, file):
                yield "type", "state"
        elif len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Starred):
            yield "type() that makes a class", "state"
        elif not _names_only(call, file) and not is_passing(call, file, self.program, made=True):
            yield "type() as a value", "state"

    def _is_type(self, node: ast.Name, file: File) -> bool:
        """Tell whether ``type`` only stands for the type, as in an annotation."""
        match file.parents[node]:
            case ast.Call(func=function):
                meanings = self.program.of(function, file)
                return meanings == {Foreign("builtins", "isinstance")}
            case ast.ClassDef() | ast.Assign() | ast.keyword():
                return False
        return is_passing(node, file, self.program, made=True)

    def _foreign(self, node: ast.expr, file: File, meaning: Foreign) -> Iterator[tuple[str, str]]:
        """Say what is unknown about mentioning a part of another module, here."""
        module, name = meaning.module, meaning.name
        if not self._is_known(module, name):
            return  # said where it was imported
        is_plain = name in known.UNCHANGEABLE.get(module, ())
        if not is_plain and not is_passing(node, file, self.program):
            yield f"{meaning} as a value", "state"

    def _attribute(self, node: ast.Attribute, file: File) -> Iterator[tuple[str, str]]:
        loaded = isinstance(node.ctx, ast.Load)
        for meaning in self.program.of(node.value, file):
            match meaning:
                case Module(name=module) | Foreign(module=module) if not loaded:
                    part = f".{meaning.name}" if isinstance(meaning, Foreign) else ""
                    yield f"{module}{part}.{node.attr} = ...", "state"
                case Module(name=module):
                    yield from self._part(node, file, module)
                case Sibling(name=module) if loaded:
                    yield from self._member(module, node.attr)
                    yield from self._again(node, file)
                case Sibling(name=module):
                    yield from self._giving(node, module)
                case Foreign(module=module, name=name) if module != "builtins":
                    yield from self._of_foreign(node, meaning)
                case Own() | Foreign() if _inherits(node, file):
                    yield from self.attributes.inheriting(node.attr)
                case _ if node.attr == "__class__" and loaded:
                    if not (
                        _names_only(node, file) or is_passing(node, file, self.program, made=True)
                    ):
                        yield "__class__", "state"
                case _ if loaded and not self.attributes.is_format(node, file):
                    yield from self.attributes.reading(node.attr)
                case _ if loaded:
                    yield from self.attributes.in_format(node)
                case _:
                    yield from self.attributes.writing(node.attr)

    def _of_foreign(self, node: ast.Attribute, meaning: Foreign) -> Iterator[tuple[str, str]]:
        """Say what is unknown about asking a part of another module for an attribute."""
        if not self._is_known(meaning.module, meaning.name):
            return  # said of the part itself
        if meaning.name in known.UNCHANGEABLE.get(meaning.module, ()):
            yield from self.attributes.reading(node.attr)
        elif node.attr not in known.DUNDERS:
            yield f"{meaning}.{node.attr}", known.kind_of("", node.attr)

    def _giving(self, node: ast.Attribute, module: str) -> Iterator[tuple[str, str]]:
        """Say what is unknown about ``helper.name = ...``."""
        yield from _defined(node.attr)
        file = self.program.files.get(module)
        # In the helper, the name must not seem to be a builtin or an import.
        if file is None or node.attr not in file.scope.bindings:
            yield f"{module}.{node.attr} = ...", "state"
        elif self.program.of_member(module, node.attr) != {OWN}:
            yield f"{module}.{node.attr} = ...", "state"

    def _again(self, node: ast.Attribute, file: File) -> Iterator[tuple[str, str]]:
        """Look at ``helper.name`` as at the name, if the helper has it from another module."""
        for meaning in self.program.of(node, file):
            if isinstance(meaning, Foreign) and meaning.module != "builtins":
                yield from self._foreign(node, file, meaning)
            elif isinstance(meaning, Foreign):
                yield f"{node.attr} of a module", "state"
            elif isinstance(meaning, Module | Sibling) and not is_passing(
                node, file, self.program, module=True
            ):
                yield f"module {meaning.name} as a value", "state"

    def _part(self, node: ast.Attribute, file: File, module: str) -> Iterator[tuple[str, str]]:
        meaning = Foreign(module, node.attr)
        if module == "sys" and node.attr in known.STREAMS:
            if not _writes(node, file):
                yield str(meaning), known.kind_of(module, node.attr)
        elif str(meaning) == "sys.argv":
            if not _reads_items(node, file, self.program):
                yield str(meaning), "state"
        elif not self._is_known(module, node.attr):
            yield str(meaning), known.kind_of(module, node.attr)
        elif f"{module}.{node.attr}" in known.KNOWN:
            if not is_passing(node, file, self.program, module=True):
                yield f"module {meaning} as a value", "state"
        else:
            yield from self._foreign(node, file, meaning)

    def _call(self, node: ast.Call, file: File) -> Iterator[tuple[str, str]]:
        yield from self.attributes.in_call(node, file)

    def _class(self, node: ast.ClassDef, file: File) -> Iterator[tuple[str, str]]:
        yield from _defined(node.name)
        for keyword in node.keywords:
            if keyword.arg == "metaclass":
                meanings = {str(m) for m in self.program.of(keyword.value, file)}
                if meanings != {"abc.ABCMeta"}:
                    yield "a metaclass", "state"
        for base in node.bases:
            if not isinstance(base, ast.Name | ast.Attribute | ast.Subscript):
                yield "a class that is computed", "state"
            for meaning in self.program.of(base, file):
                if meaning == Foreign("builtins", "type"):
                    yield "a metaclass", "state"
                elif isinstance(meaning, Foreign) and meaning.module != "builtins":
                    if str(meaning) not in known.BASES:
                        yield f"a class made of {meaning}", "state"
                    elif file.scopes[node].kind != "module" and not _is_plain(meaning):
                        yield f"a class made of {meaning} in a function", "state"
        for statement in ast.walk(node):
            if isinstance(statement, ast.Assign) and file.scopes[statement].kind == "class":
                yield from self.attributes.match_arguments(statement)


def _is_plain(meaning: Foreign) -> bool:
    return meaning.name in known.UNCHANGEABLE.get(meaning.module, ()) or meaning.module in {
        "enum",
        "typing",
    }


def _defined(name: str) -> Iterator[tuple[str, str]]:
    """Say whether a program may define or assign ``name``."""
    if name[:2] == "__" and name[-2:] == "__" and name not in known.DEFINED:
        yield name, "state"


def _inherits(node: ast.Attribute, file: File) -> bool:
    """Tell whether this is ``super().name(...)`` or ``list.name(...)``."""
    value, call = node.value, file.parents.get(node)
    match value:
        case ast.Call(func=ast.Name(id="super"), args=[]):
            pass
        case ast.Name(id=name) if name in known.PURE:
            pass
        case _:
            return False
    return isinstance(call, ast.Call) and call.func is node


def _names_only(node: ast.expr, file: File) -> bool:
    """Tell whether a class is only asked for its name."""
    parent = file.parents.get(node)
    return (
        isinstance(parent, ast.Attribute)
        and parent.attr in {"__name__", "__qualname__"}
        and (isinstance(parent.ctx, ast.Load))
    )


def _writes(node: ast.Attribute, file: File) -> bool:
    """Tell whether a standard stream is only written to."""
    parent = file.parents[node]
    if isinstance(parent, ast.keyword):
        return parent.arg == "file" and node.attr != "stdin"
    return (
        isinstance(parent, ast.Attribute)
        and parent.attr in {"write", "flush"}
        and node.attr != "stdin"
        and isinstance(call := file.parents[parent], ast.Call)
        and call.func is parent
    )


def _reads_items(node: ast.Attribute, file: File, program: Program) -> bool:
    """Tell whether only items are read of ``sys.argv``."""
    parent = file.parents[node]
    if isinstance(parent, ast.Subscript):
        return isinstance(parent.ctx, ast.Load) and parent.value is node
    return isinstance(parent, ast.Call) and (
        program.of(parent.func, file) == {Foreign("builtins", "len")}
    )
