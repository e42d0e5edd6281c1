"""Builtins of our own: what a program does to those that it shares with us does nothing to us.

It may replace `len` for the rest of its run, and asyncio and every other module have to see that.
We decide meanwhile who runs next, with a `len` that counts. So before a module of this package is
executed, it is given a copy of the builtins, in which its functions find theirs from then on.
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

_OURS = dict(vars(builtins))
_PACKAGE = f"{__name__.partition('.')[0]}."


class _Loader(Loader):
    """Loads as another one does, but for that."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._real.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["__builtins__"] = _OURS
        self._real.exec_module(module)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)  # who shows source asks for more


class _Finder(MetaPathFinder):
    """Finds the modules of this package where they are."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(_PACKAGE):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


def install() -> None:
    """Do so with all that are imported from now on."""
    sys.meta_path.insert(0, _Finder())
