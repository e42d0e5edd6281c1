"""Import what is packed into the library, and make its dataclasses, in half the time.

Python imports this by itself when it starts, before all that is packed. `zipimport` reads each
module twice, as it looks into it for its name; and `dataclasses` writes the methods of each class
as text and compiles that, which `pack.py` has done already.
"""

from __future__ import annotations

import _blake2
import builtins
import gc
import importlib
import marshal
import posix
import sys
import zipimport
from importlib.machinery import ModuleSpec

TYPE_CHECKING = False  # nothing is imported yet, and `typing` is large
if TYPE_CHECKING:
    from types import CodeType, ModuleType
    from typing import Any

ARCHIVE = next(path for path in sys.path if path.endswith(".zip"))
FILES: dict[str, tuple[Any, ...]] = vars(zipimport)["_zip_directory_cache"][ARCHIVE]
"""What is in it; Python has read that to find this."""
METHODS = "dataclass-methods"
"""In the archive, with marshal: compiled texts, again with marshal, by the digest of the text."""


class Importer(zipimport.zipimporter):
    """Imports what `pack.py` has written: compiled modules that are stored as they are."""

    def __init__(self, path: str) -> None:
        """Take a folder of the archive, which is known to be there."""
        self.archive = ARCHIVE
        self.prefix = f"{path}/".removeprefix(f"{ARCHIVE}/")  # "" or "asyncio/"

    def _inside(self, name: str) -> tuple[str, bool]:
        """Return the path of a module in the archive, if that has it, and if it is a package."""
        path = self.prefix + name.rpartition(".")[2]
        package = f"{path}/__init__.pyc"
        is_package = package in FILES
        return package if is_package else f"{path}.pyc", is_package

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        """Find a module without reading it."""
        inside, is_package = self._inside(fullname)
        if inside not in FILES:
            return super().find_spec(fullname, target)
        origin = f"{ARCHIVE}/{inside}"
        loader: Any = self
        spec = ModuleSpec(fullname, loader, origin=origin, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [origin.removesuffix("/__init__.pyc")]
        return spec

    def get_code(self, fullname: str) -> CodeType:
        """Read a module once."""
        inside, _ = self._inside(fullname)
        code: CodeType = marshal.loads(self.stored(inside)[16:])  # noqa: S302 - ours
        return code

    def stored(self, inside: str) -> bytes:
        """Return a file, which stands behind a head of 30 bytes and its name."""
        _, _, size, _, offset, *_ = FILES[inside]
        file = posix.open(ARCHIVE, posix.O_RDONLY)
        try:
            return posix.pread(file, size, offset + 30 + len(inside))
        finally:
            posix.close(file)


def importer(path: str) -> Importer:
    """Return who imports from a folder of the archive; a hook of `sys.path_hooks`."""
    if path != ARCHIVE and not path.startswith(f"{ARCHIVE}/"):
        raise ImportError(path)
    return Importer(path)


def digest(source: str) -> bytes:
    """Tell texts apart in a few bytes."""
    return _blake2.blake2b(source.encode(), digest_size=8).digest()


def execute(source: str, names: dict[str, Any], local: dict[str, Any]) -> None:
    """Execute a text, which may be compiled already; stands for ``exec`` in `dataclasses`."""
    code = compiled.get(digest(source))
    what = source if code is None else marshal.loads(code)  # noqa: S302 - ours
    builtins.exec(what, names, local)  # noqa: S102 - as `dataclasses` does


gc.disable()  # until `turns.browser.worker.activate`: of what is imported, nothing becomes garbage
sys.path_hooks.insert(0, importer)
sys.path_importer_cache.clear()
compiled = marshal.loads(Importer(ARCHIVE).stored(METHODS))  # noqa: S302 - ours
vars(importlib.import_module("dataclasses"))["exec"] = execute  # which comes by this way already
