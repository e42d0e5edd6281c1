"""What is run: a file, a module, or a test; the arguments and the input that it is given."""

import builtins
import os
import sys
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

from turns.runtime import compiling, pytest_run
from turns.runtime.stdin import Input


class TargetError(Exception):
    """There is no such program; the message says what was looked for, and what is right."""


@dataclass(frozen=True)
class Target:
    """A program that can be run, again and again in the same way."""

    path: Path
    """The file whose lines are shown; absolute."""
    code: CodeType
    called: str = ""
    """Its own name, as it finds it in ``sys.argv``; else its path."""
    arguments: tuple[str, ...] = ()
    """What it finds behind that."""
    module: str = ""
    """The full name under which ``python -m`` runs it; empty for a file."""
    test: str = ""
    """The pytest test in it that is run; empty for a program."""
    stdin: Input = field(default_factory=Input)

    @cached_property
    def folder(self) -> Path:
        """Where Python looks for its imports before anywhere else."""
        return Path.cwd() if self.module else self.path.resolve().parent

    def names(self) -> dict[str, Any]:
        """Return what a program's module begins with."""
        loader = SourceFileLoader("__main__", str(self.path))
        names = {"__loader__": loader, "__builtins__": builtins, "__file__": str(self.path)}
        if sys.version_info < (3, 15):
            names["__cached__"] = None
        if sys.version_info < (3, 14):
            names["__annotations__"] = {}
        if self.module:
            package = self.module.rpartition(".")[0]
            spec = ModuleSpec(self.module, loader, origin=str(self.path))
            names |= {"__package__": package, "__spec__": spec}
        return names

    @property
    def argv(self) -> list[str]:
        """Return what it finds in ``sys.argv``."""
        return [self.called or str(self.path), *self.arguments]

    def as_literal(self) -> tuple[object, ...]:
        """Return what `from_literal` takes, in another process."""
        names = "called", "arguments", "module", "test"
        how = {name: getattr(self, name) for name in names}
        return (str(self.path), how, bytes(self.stdin.data))

    @staticmethod
    def from_literal(literal: tuple[Any, ...]) -> "Target":
        """Load the same program again; its input is what was read of it so far."""
        path, how, data = literal
        return replace(load(Path(path)), **how, stdin=Input(data))


def load(path: Path, arguments: tuple[str, ...] = (), stdin: Input | None = None) -> Target:
    """Compile a file; raise SyntaxError with the line, or OSError."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - as Python itself does: links stay
    code = compiling.compiled(compiling.read(whole), str(whole))
    return Target(whole, code, str(path), arguments, stdin=stdin or Input())


def load_module(name: str, arguments: tuple[str, ...], stdin: Input | None = None) -> Target:
    """Compile what ``python -m`` would run; raise `TargetError`, or what `load` raises.

    The packages above it are imported when it is run, not now.
    """
    places: list[str] | None = [str(Path.cwd()), *sys.path]
    spec: ModuleSpec | None = None
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:length]), places)
        if spec is None:
            raise TargetError(f"no module named {'.'.join(parts[:length])!r} here or on sys.path")
        places = spec.submodule_search_locations
        if places is None and length < len(parts):
            raise TargetError(f"{'.'.join(parts[:length])!r} is a module, not a package")
    if places is not None:
        name = f"{name}.__main__"
        spec = PathFinder.find_spec(name, places)
        if spec is None:
            raise TargetError(f"the package {name.removesuffix('.__main__')!r} has no __main__")
    if spec is None or not isinstance(spec.loader, SourceFileLoader) or spec.origin is None:
        raise TargetError(f"{name!r} is not written in Python")
    target = load(Path(spec.origin))
    return replace(target, called="", arguments=arguments, module=name, stdin=stdin or Input())


def load_test(node: str, stdin: Input | None = None) -> Target:
    """Compile the file of a test, which is named ``file.py::test`` as pytest does; see `load`."""
    if not pytest_run.is_there():
        raise TargetError("this Python has no pytest, which a test needs: pip install pytest")
    path, _, test = node.partition("::")
    target = load(Path(path))
    return replace(target, test=test, stdin=stdin or Input())
