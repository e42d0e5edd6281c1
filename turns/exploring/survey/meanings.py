"""What the expressions of a program may refer to, over all of its files."""

import ast
import builtins
from collections.abc import Iterator, Mapping

from turns.exploring.survey.known import KNOWN
from turns.exploring.survey.own import given
from turns.exploring.survey.scopes import OWN, File, Foreign, Meaning, Module, Scope, Sibling


class Program:
    """All files of a program."""

    def __init__(self, files: Mapping[str, File]) -> None:
        """Take the files, by the full name of the module that each is."""
        self.files = files
        self.own = frozenset(name for file, node in self.nodes() for name in given(node, file))
        """The names of its functions, and of the attributes of its objects."""

    def nodes(self) -> Iterator[tuple[File, ast.AST]]:
        """Go through all that is written, file after file."""
        for file in self.files.values():
            for node in ast.walk(file.tree):
                yield file, node

    def of(self, node: ast.AST, file: File) -> set[Meaning]:
        """Return all that ``node`` may refer to, as far as modules and their parts go."""
        return self._of(node, file, set()) or {OWN}

    def of_member(self, module: str, name: str) -> set[Meaning]:
        """Return all that ``name`` may refer to in one of the program's own modules."""
        return self._of_member(module, name, set()) or {OWN}

    def homes(self, node: ast.AST, file: File) -> Iterator[tuple[Scope, str]]:
        """Find the scopes of the program that hold the variable ``node``, and its name there."""
        if isinstance(node, ast.Name):
            for scope in file.scopes[node].owners(node.id):
                yield from self._homes(scope, node.id, set())
        elif isinstance(node, ast.Attribute):
            for meaning in self.of(node.value, file):
                if isinstance(meaning, Sibling) and meaning.name in self.files:
                    yield from self._homes(self.files[meaning.name].scope, node.attr, set())

    def _homes(
        self, scope: Scope, name: str, seen: set[tuple[Scope, str]]
    ) -> Iterator[tuple[Scope, str]]:
        if (scope, name) in seen:
            return
        seen.add((scope, name))
        yield scope, name
        for binding in scope.bindings.get(name, ()):
            meaning = binding.meaning
            if isinstance(meaning, Foreign) and meaning.module in self.files:
                yield from self._homes(self.files[meaning.module].scope, meaning.name, seen)

    def _of(self, node: ast.AST, file: File, seen: set[tuple[Scope, str]]) -> set[Meaning]:
        match node:
            case ast.Name(id=name):
                return self._of_name(file.scopes[node], name, seen)
            case ast.Attribute(value=value, attr=name):
                found: set[Meaning] = set()
                for base in self._of(value, file, seen):
                    found |= self._part(base, name, seen)
                return found
            case ast.Subscript(value=value):
                # `Callable[[int], int]` passes on what is set on it.
                return {m for m in self._of(value, file, seen) if _is_known(m)} or {OWN}
        return {OWN}

    def _part(self, base: Meaning, name: str, seen: set[tuple[Scope, str]]) -> set[Meaning]:
        match base:
            case Module(name=module) if f"{module}.{name}" in KNOWN:
                return {Module(f"{module}.{name}")}
            case Module(name=module):
                return {Foreign(module, name)}
            case Sibling(name=module):
                return self._of_member(module, name, seen)
        return {OWN}

    def _of_member(self, module: str, name: str, seen: set[tuple[Scope, str]]) -> set[Meaning]:
        found: set[Meaning] = set()
        if any(f"{own}.".startswith(f"{module}.{name}.") for own in self.files):
            found.add(Sibling(f"{module}.{name}"))
        if module in self.files and name in self.files[module].scope.bindings:
            found |= self._of_bindings(self.files[module].scope, name, seen)
        return found or {OWN}

    def _of_name(self, scope: Scope, name: str, seen: set[tuple[Scope, str]]) -> set[Meaning]:
        found: set[Meaning] = set()
        owners = scope.owners(name)
        for owner in owners:
            found |= self._of_bindings(owner, name, seen)
        if not owners or (not owners[0].is_local and hasattr(builtins, name)):
            found.add(Foreign("builtins", name))
        return found

    def _of_bindings(self, scope: Scope, name: str, seen: set[tuple[Scope, str]]) -> set[Meaning]:
        if (scope, name) in seen:
            return set()
        seen.add((scope, name))
        found: set[Meaning] = set()
        for binding in scope.bindings[name]:
            match binding.meaning:
                case Foreign(module=module, name=part) if module in self.files:
                    found |= self._of_member(module, part, seen)
                case Foreign(module=module, name=part) if f"{module}.{part}" in KNOWN:
                    found.add(Module(f"{module}.{part}"))
                case None if binding.value is not None:
                    found |= self._of(binding.value, scope.file, seen)
                case None:
                    found.add(OWN)
                case meaning:
                    found.add(meaning)
        return found


def _is_known(meaning: Meaning) -> bool:
    return isinstance(meaning, Foreign) and (
        meaning.module == "builtins" or meaning.name in KNOWN.get(meaning.module, ())
    )
