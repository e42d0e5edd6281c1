"""What a program imports: the standard library before the run, its own modules in each run anew."""

import dis
import functools
import importlib
import sys
from pathlib import Path
from types import CodeType


@functools.lru_cache(maxsize=64)
def prepare(code: CodeType) -> None:
    """Import the parts of the standard library that ``code`` names, before anything is replaced.

    A module that took its clock or its locks from a run would keep them beyond it.
    """
    for name in sorted(imported(code)):
        top = name.partition(".")[0]
        if top in sys.stdlib_module_names and top not in {"__main__", "antigravity", "this"}:
            try:
                importlib.import_module(name)
            except ImportError:
                continue  # the program will meet it


@functools.lru_cache(maxsize=64)
def imported(code: CodeType) -> frozenset[str]:
    """Return the names of all modules that ``code`` and the code inside it may import."""
    names = frozenset(
        str(instruction.argval)
        for instruction in dis.get_instructions(code)
        if instruction.opname == "IMPORT_NAME"
    )
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return names.union(*map(imported, inner))


def forget(before: set[str], folder: Path) -> None:
    """Unload the modules of the program's own folder that were not there ``before``."""
    for name in sys.modules.keys() - before:
        file = getattr(sys.modules[name], "__file__", None)
        if file and folder in Path(file).parents:
            del sys.modules[name]
