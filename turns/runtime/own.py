"""Which files are a program's own: its file, and the modules in its folder."""

import functools
import sysconfig
from pathlib import Path

_LIBRARIES = tuple({Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib")})
_OURS = Path(__file__).parents[1]


@functools.cache
def within(file: str, folder: str) -> str:
    """Return the path of a file below the program's folder; empty if it is not its own.

    What is installed is not, even where that is below the folder.
    """
    path, root = Path(file), Path(folder)
    if root not in path.parents or "site-packages" in path.parts:
        return ""
    if any(other in path.parents for other in (*_LIBRARIES, _OURS)):
        return ""
    return path.relative_to(root).as_posix()
