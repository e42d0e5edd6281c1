"""Compile modules into two archives; runs in Pyodide, whose Python will import them.

``/made/contents.json`` says which are wanted: ``entries`` of ours and ``common`` ones of the
standard library. ``/made/library.zip`` gets these and all that they and Pyodide have imported by
then, ``/made/more.zip`` the rest of the standard library; what is frozen is there anyway. In the
library is also ``/made/sitecustomize.py``, with what it needs of the methods of dataclasses.
"""

import _imp
import ast
import builtins
import dataclasses
import hashlib
import importlib
import importlib.util
import json
import marshal
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

ARCHIVE = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"
"""Where Pyodide has its standard library; the library will be there in its place."""
ROOTS = ("/checkout", "/checkout/docs/_ext")
METHODS = "dataclass-methods"
"""What sitecustomize.py reads: it says how."""
WORK = Path("/made")


def origin(module: ModuleType) -> str:
    """Return the path of a module's source; "" of one that is built in or frozen."""
    spec = module.__spec__
    return (spec.origin or "") if spec and spec.has_location else ""


def load(entries: list[str], common: list[str]) -> None:
    """Import all that is wanted, and what functions of ours import when they are called."""
    for name in (*entries, *common):
        importlib.import_module(name)
    seen: set[str] = set()
    while new := sorted(name for name in ours() if name not in seen):
        seen.update(new)
        for name in new:
            for wanted in late(sys.modules[name]):
                importlib.import_module(wanted)


def ours() -> list[str]:
    """Return the names of our modules that are imported."""
    return [name for name, module in sys.modules.items() if origin(module).startswith("/checkout/")]


def late(module: ModuleType) -> Iterator[str]:
    """Yield the modules that a module's functions import."""
    for function in ast.walk(ast.parse(Path(origin(module)).read_bytes())):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import):
                    yield from (name.name for name in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    yield node.module


def methods() -> dict[bytes, bytes]:
    """Return the methods that `dataclasses` compiles from now on; filled later."""
    found: dict[bytes, bytes] = {}

    def execute(source: str, names: dict[str, object], local: dict[str, object]) -> None:
        code = compile(source, "<string>", "exec", dont_inherit=True)
        digest = hashlib.blake2b(source.encode(), digest_size=8).digest()
        found[digest] = marshal.dumps(code)
        builtins.exec(code, names, local)  # noqa: S102 - as `dataclasses` does

    vars(dataclasses)["exec"] = execute
    return found


def undocumented(tree: ast.Module) -> ast.Module:
    """Shorten the docstrings of a module of ours, where nobody can ask for them.

    They are not taken out: `dataclasses` then writes one with `inspect`, which takes long.
    """
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(tree):
        if isinstance(node, kinds) and ast.get_docstring(node, clean=False) is not None:
            node.body[0] = ast.copy_location(ast.Expr(ast.Constant(".")), node.body[0])
            ast.fix_missing_locations(node.body[0])
    return tree


def compiled(source: bytes, name: str, *, bare: bool = False) -> bytes:
    """Return a compiled module; `name` is its path below the archive."""
    what = undocumented(ast.parse(source)) if bare else source
    code = compile(what, f"{ARCHIVE}/{name}", "exec", dont_inherit=True)
    unchecked = (1).to_bytes(4, "little")  # its source is not there to be compared
    header = importlib.util.MAGIC_NUMBER + unchecked + importlib.util.source_hash(source)
    return header + marshal.dumps(code)


def named(inside: str) -> str:
    """Return the name of the module at a path of an archive."""
    return inside.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def write(path: Path, files: dict[str, bytes]) -> None:
    """Write an archive: the web compresses it as a whole, and better."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name])


def pack(contents: dict[str, list[str]]) -> None:
    """Make both archives."""
    sys.path[:0] = ROOTS
    found = methods()
    load(**contents)
    needed = {origin(module) for module in sys.modules.values()}
    library: dict[str, bytes] = {}
    more: dict[str, bytes] = {}
    for name in ours():
        path = origin(sys.modules[name])
        root = max((root for root in ROOTS if path.startswith(f"{root}/")), key=len)
        inside = path.removeprefix(f"{root}/")
        library[f"{inside}c"] = compiled(Path(path).read_bytes(), inside, bare=True)
    with zipfile.ZipFile(ARCHIVE) as archive:
        for inside in archive.namelist():
            if inside.endswith(".py") and not _imp.is_frozen(named(inside)):
                place = library if f"{ARCHIVE}/{inside}" in needed else more
                place[f"{inside}c"] = compiled(archive.read(inside), inside)
    start = WORK / "sitecustomize.py"
    library[f"{start.name}c"] = compiled(start.read_bytes(), start.name, bare=True)
    library[METHODS] = marshal.dumps(dict(sorted(found.items())))
    write(WORK / "library.zip", library)
    write(WORK / "more.zip", more)


pack(json.loads((WORK / "contents.json").read_text("utf-8")))
