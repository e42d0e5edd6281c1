"""What a program may do with what its names and its attributes refer to."""

import ast

from turns.exploring.survey import harmless, known
from turns.exploring.survey.attributes import Attributes, Found
from turns.exploring.survey.calls import Calls
from turns.exploring.survey.clocks import Clocks
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.orders import MAKERS
from turns.exploring.survey.places import is_passing, is_truth
from turns.exploring.survey.scopes import (
    EXITS,
    OWN,
    File,
    Foreign,
    Meaning,
    Module,
    Raised,
    Sibling,
)


class References:
    """Judges each name and each attribute by all that it may refer to, where it stands."""

    def __init__(self, program: Program, attributes: Attributes) -> None:
        """Judge those of ``program``, which defines ``attributes``."""
        self.program = program
        self.attributes = attributes
        self.clocks = Clocks(program)
        self.calls = Calls(program)

    def name(self, node: ast.Name, file: File) -> Found:
        """Say what is unknown about a name."""
        scope, name = file.scopes[node], node.id
        is_mangled = name.startswith("__") and not name.endswith("__") and scope.kind != "class"
        if is_mangled and not any(owner.is_local for owner in scope.owners(name)[:1]):
            yield f"{name}, which has another name in a class", "state"
        if isinstance(node.ctx, ast.Load):
            for meaning in self.program.of(node, file):
                yield from self._mention(node, file, meaning)

    def _mention(self, node: ast.expr, file: File, meaning: Meaning) -> Found:
        """Say what is unknown about mentioning what belongs to another module, or a module."""
        match meaning:
            case Module(name=name) | Sibling(name=name):
                if not is_passing(node, file, self.program, module=True):
                    yield f"module {name} as a value", "state"
            case Raised() if not self._is_raised_passing(node, file):
                yield "the class of an exception as a value", "state"
            case Foreign(module="builtins", name=name):
                yield from self._builtin(node, file, name)
            case Foreign(module=module, name=name) if known.is_known(module, name):
                yield from self.calls.mentioned(node, file, meaning)
                if not known.is_unchangeable(meaning) and not is_passing(node, file, self.program):
                    yield f"{meaning} as a value", "state"
            # What is not known has been reported where it was imported.

    def _builtin(self, node: ast.expr, file: File, name: str) -> Found:
        call = file.parents[node]
        called = call if isinstance(call, ast.Call) and call.func is node else None
        if name in {"str", "repr", "ascii"} and _is_key(node, file):
            yield "an order of texts, which may be of addresses", "address"
        if name in known.PURE or name in MAKERS:
            return
        if name == "super" and called is not None and not called.args and not called.keywords:
            if not isinstance(file.parents[called], ast.Attribute):
                yield "super() as a value", "state"
        elif name == "type":
            yield from self._type(node, called, file)
        elif name not in known.NAMED or called is None:
            yield (f"{name}()" if called else name), known.kind_of("builtins", name)

    def _type(self, node: ast.expr, call: ast.Call | None, file: File) -> Found:
        if call is None:
            if not self._is_type(node, file):
                yield "type", "state"
        elif len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Starred):
            yield "type() that makes a class", "state"
        elif not self._is_class_passing(call, file):
            yield "type() as a value", "state"

    def _is_type(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``type`` only stands for the type, as in an annotation."""
        match file.parents[node]:
            case ast.Call(func=function):
                return self.program.of(function, file) == {Foreign("builtins", "isinstance")}
            case ast.ClassDef() | ast.Assign() | ast.keyword():
                return False
        return is_passing(node, file, self.program, made=True)

    def _is_class_passing(self, node: ast.expr, file: File) -> bool:
        """Tell whether a class that was computed is used on the spot, or asked for its name."""
        match file.parents[node]:
            case ast.Attribute(attr="__name__" | "__qualname__", ctx=ast.Load()):
                return True
        return is_passing(node, file, self.program, made=True)

    def _is_raised_passing(self, node: ast.expr, file: File) -> bool:
        """Tell whether a class that ``__exit__`` is told of is looked at, or told to another."""
        parent = file.parents[node]
        if isinstance(parent, ast.Starred):
            parent = file.parents[parent]
        match parent:
            case ast.Call(func=ast.Attribute(attr=name)) if name in EXITS:
                return True
        return is_truth(node, file) or self._is_class_passing(node, file)

    def attribute(self, node: ast.Attribute, file: File) -> Found:
        """Say what is unknown about an attribute."""
        loaded = isinstance(node.ctx, ast.Load)
        if loaded and self.clocks.is_harmless(node, file):
            return
        for meaning in self.program.of(node.value, file):
            match meaning:
                case Sibling(name=module) if loaded:
                    yield from self.member(module, node.attr)
                    for part in self.program.of(node, file):
                        yield from self._mention(node, file, part)
                case Sibling(name=module):
                    yield from self._giving(node.attr, module)
                case Module(name=module) if loaded:
                    yield from self._part(node, file, module)
                case Module(name=owner) if not loaded:
                    yield f"{owner}.{node.attr} = ...", "state"
                case Foreign() if not loaded:
                    yield f"{meaning}.{node.attr} = ...", "state"
                case Foreign(module=module) if module != "builtins":
                    yield from self._of_foreign(node.attr, meaning)
                case _:
                    yield from self._of_any(node, file)

    def _of_any(self, node: ast.Attribute, file: File) -> Found:
        """Say what is unknown about an attribute of an object that may be any."""
        if not isinstance(node.ctx, ast.Load):
            yield from self.attributes.writing(node.attr)
        elif _inherits(node, file):
            yield from self.attributes.inheriting(node.attr)
        elif node.attr == "__class__":
            if not self._is_class_passing(node, file):
                yield "__class__", "state"
        elif self.attributes.is_format(node, file):
            yield from self.attributes.in_format(node)
        else:
            yield from self.attributes.reading(node.attr)

    def _of_foreign(self, name: str, meaning: Foreign) -> Found:
        """Say what is unknown about asking a part of another module for an attribute."""
        if known.is_unchangeable(meaning):
            yield from self.attributes.reading(name)
        elif known.is_known(meaning.module, meaning.name) and name not in harmless.DUNDERS:
            yield f"{meaning}.{name}", known.kind_of("", name)

    def member(self, module: str, name: str) -> Found:
        """Say whether a module of the program's own is known to have ``name``."""
        file = self.program.files.get(module)
        is_bound = file is not None and name in file.scope.bindings
        if not is_bound and Sibling(f"{module}.{name}".lstrip(".")) not in self.program.of_member(
            module, name
        ):
            yield from self.attributes.reading(name)

    def _giving(self, name: str, module: str) -> Found:
        """Say what is unknown about ``helper.name = ...``."""
        file = self.program.files.get(module)
        # In the helper, the name must not seem to be a builtin, an import or nothing.
        is_bound = file is not None and name in file.scope.bindings
        if not is_bound or self.program.of_member(module, name) != {OWN} or name[:2] == "__":
            yield f"{module}.{name} = ...", "state"

    def _part(self, node: ast.Attribute, file: File, module: str) -> Found:
        """Say what is unknown about ``module.name``."""
        meaning = Foreign(module, node.attr)
        if module == "sys" and node.attr in {"stdout", "stderr", "argv"}:
            is_fine = self._reads_items if node.attr == "argv" else self._writes
            if not is_fine(node, file):
                yield str(meaning), "state"
        elif not known.is_known(module, node.attr):
            yield str(meaning), known.kind_of(module, node.attr)
        else:
            for part in self.program.of(node, file):
                yield from self._mention(node, file, part)

    def _writes(self, node: ast.Attribute, file: File) -> bool:
        """Tell whether a standard stream is only written to."""
        parent = file.parents[node]
        call = file.parents[parent]
        match parent:
            case ast.keyword(arg="file") if isinstance(call, ast.Call):
                return self.program.of(call.func, file) == {Foreign("builtins", "print")}
            case ast.keyword(arg="stream") if isinstance(call, ast.Call):
                return self.program.of(call.func, file) == {Foreign("logging", "basicConfig")}
            case ast.Attribute(attr="write" | "flush"):
                return isinstance(call, ast.Call) and call.func is parent
        return False

    def _reads_items(self, node: ast.Attribute, file: File) -> bool:
        """Tell whether only items are read of ``sys.argv``."""
        match file.parents[node]:
            case ast.Subscript(value=value, ctx=ast.Load()):
                return value is node
            case ast.Call(func=function):
                return self.program.of(function, file) == {Foreign("builtins", "len")}
        return False


def _is_key(node: ast.expr, file: File) -> bool:
    """Tell whether a function says what something is sorted by."""
    parent = file.parents[node]
    return isinstance(parent, ast.keyword) and parent.arg == "key"


def _inherits(node: ast.Attribute, file: File) -> bool:
    """Tell whether this is ``super().name(...)`` or ``list.name(...)``."""
    call = file.parents[node]
    if not isinstance(call, ast.Call) or call.func is not node:
        return False
    match node.value:
        case ast.Call(func=ast.Name(id="super"), args=[]):
            return True
        case ast.Name(id=name):
            return name in known.PURE
    return False
