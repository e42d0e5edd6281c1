"""Read a source, be it a program or a page, or say where and why it cannot be one."""

import hashlib
import stat
from pathlib import Path

MOST = 256 * 1024
"""Bytes of a file: some fifty times a long page. What is larger got there by mistake, and Sphinx
and the search for marks would work on it for minutes."""


class SourceError(ValueError):
    """A file that cannot be used as it is: where, what is wrong and what would be right."""

    def __init__(self, path: Path, lineno: int, message: str) -> None:
        """Locate ``message`` at ``path``, line ``lineno``; line 0 means the file as a whole."""
        super().__init__(path, lineno, message)
        self.path = path
        self.lineno = lineno
        self.message = message

    def __str__(self) -> str:
        """Give ``path:lineno: message``, without the number where no line can be named."""
        where = f"{self.path}:{self.lineno}" if self.lineno else f"{self.path}"
        return f"{where}: {self.message}"


def read(path: Path) -> str:
    """Return the text of a file as it is, a byte order mark and CR included.

    Raise `SourceError` where it is no plain file, too large, unreadable, not UTF-8 or not a text.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(path, 0, "is a directory; name a file")
        if not stat.S_ISREG(status.st_mode):  # reading a pipe might never end
            raise SourceError(path, 0, "is not a plain file")
        if status.st_size > MOST:
            size = f"{status.st_size / 1e6:.1f} MB"
            raise SourceError(path, 0, f"has {size}; the most is {MOST // 1024} KiB, so split it")
        data = path.read_bytes()
    except FileNotFoundError:
        link = "is a symbolic link to a file that is not there"
        problem = link if path.is_symlink() else "there is no such file"
        raise SourceError(path, 0, problem) from None
    except OSError as error:
        raise SourceError(path, 0, f"cannot be read: {error.strerror}") from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        lineno = data.count(b"\n", 0, error.start) + 1
        raise SourceError(path, lineno, "is not UTF-8; save the file as UTF-8") from None
    before, found, _ = text.partition("\0")
    if found:
        lineno = before.count("\n") + 1
        raise SourceError(path, lineno, "has a NUL character; remove it, or save the file as UTF-8")
    return text


def digest(content: bytes) -> str:
    """Return 16 digits that tell this text from others; line ends do not matter."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]
