"""Read and compile a program; whatever is wrong with it is an error that says in which line."""

import stat
from collections.abc import Callable
from pathlib import Path
from types import CodeType

_TOO_DEEP = (MemoryError, RecursionError)
"""What CPython's compiler raises if expressions are nested too deeply."""


def read(path: Path) -> bytes:
    """Read the file; raise OSError if that is not possible, or might never end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError("it is not a plain file")
    return path.read_bytes()


def compiled(source: bytes, filename: str) -> CodeType:
    """Compile the source; raise SyntaxError, with a line unless there is none to name."""

    def compile_to(last: int | None) -> CodeType:
        text = b"".join(lines[:last])
        return compile(text, filename, "exec", dont_inherit=True)

    lines = source.splitlines(keepends=True)
    try:
        return compile_to(None)
    except _TOO_DEEP as error:
        line = _first(len(lines), lambda last: _is_too_deep(compile_to, last))
        text = f"nested too deeply for this Python ({type(error).__name__})"
        raise SyntaxError(text, (filename, line, None, None)) from None
    except SyntaxError as error:
        if not error.lineno and (place := _unreadable(lines)):
            error.lineno = place
        raise
    except ValueError as error:  # as newer Pythons say of the same
        raise SyntaxError(str(error)) from None


def _first(count: int, holds: Callable[[int], bool]) -> int:
    """Return the first number up to ``count`` for which it holds, as for all after it."""
    low, high = 1, count
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _is_too_deep(compile_to: Callable[[int], object], last: int) -> bool:
    try:
        compile_to(last)
    except _TOO_DEEP:
        return True
    except (SyntaxError, ValueError):
        return False
    return False


def _unreadable(lines: list[bytes]) -> int | None:
    """Return the line that names an encoding, or the first that is not UTF-8, or has a NUL."""
    for number, line in enumerate(lines[:2], 1):
        if line.lstrip(b"\xef\xbb\xbf \t").startswith(b"#") and b"coding" in line:
            return number
    for number, line in enumerate(lines, 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            return number
        if b"\0" in line:
            return number
    return None
