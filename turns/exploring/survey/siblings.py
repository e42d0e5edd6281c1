"""A program's own modules: those that lie in its folder, found by the imports that lead to them."""

import ast
import contextlib
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path


def sources(path: Path, folder: Path | None = None) -> dict[str, bytes]:
    """Return the program's file and every module of its own that it imports, by their paths.

    The paths are relative to ``folder``, in which the program's own modules lie; that of its file
    if none is given. Modules written in C are not followed: they are then none of the program's.
    """
    folder = folder or path.parent
    own_name = path.relative_to(folder).as_posix()
    found = {own_name: path.read_bytes()}
    todo = [own_name]
    while todo:
        name = todo.pop()
        for module in _imported(name, found[name]):
            for own in _files(folder, module):
                if own not in found:
                    with contextlib.suppress(OSError):
                        found[own] = (folder / own).read_bytes()
                        todo.append(own)
    return found


def module_name(path: str) -> str:
    """Return the full name of the module that a file is, by its path in the program's folder."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imported(path: str, source: bytes) -> Iterator[str]:
    """Find the full names of all that a file may import: for ``from a import b`` also a.b."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    name = module_name(path)
    package = name if path.endswith("__init__.py") else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node, package)
            yield base
            yield from (f"{base}.{alias.name}".lstrip(".") for alias in node.names)


def absolute(node: ast.ImportFrom, package: str) -> str:
    """Return the full name of the module that is imported from, in a module of ``package``."""
    if not node.level:
        return node.module or ""
    parts = package.split(".") if package else []
    kept = parts[: max(0, len(parts) - node.level + 1)]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _files(folder: Path, module: str) -> Iterator[str]:
    """Find the files that importing ``module`` runs: its own, and those of the packages above."""
    parts = module.split(".")
    for length in range(1, len(parts) + 1):
        stem = "/".join(parts[:length])
        for name in (f"{stem}/__init__", stem):
            if (folder / f"{name}.py").is_file():
                # One that is written in C goes first.
                if not any((folder / f"{name}{suffix}").exists() for suffix in EXTENSION_SUFFIXES):
                    yield f"{name}.py"
                break
