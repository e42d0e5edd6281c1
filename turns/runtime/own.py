"""Which files are a program's own: its file, and the modules in its folder."""

import functools
import os
from pathlib import Path

_LIBRARY = Path(os.__file__).parent
_INSTALLED = {"site-packages", "dist-packages"}
_OURS = Path(__file__).parents[1]


@functools.cache
def within(file: str, folder: str) -> str:
    """Return the path of a file below the program's folder; empty if it is not its own.

    What is installed is not, even where that is below the folder.
    """
    path, root = Path(file), Path(folder)
    if root not in path.parents or _INSTALLED & {*path.parts}:
        return ""
    if _LIBRARY in path.parents or _OURS in path.parents:
        return ""
    return path.relative_to(root).as_posix()
