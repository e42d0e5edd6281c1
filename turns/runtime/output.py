"""What a watched program writes, and the lines that it prints."""

import codecs
import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Stream(StrEnum):
    """Where to a program writes."""

    OUTPUT = "output"
    """Standard output: its lines are what marks are about."""
    ERRORS = "errors"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a program printed."""

    text: str
    turn: int
    """The number of the turn that completed it; before the first and between loops, the last."""
    key: int
    """The key of that turn; of a thread beside the loop, the thread's."""
    owner: int
    """The key of the task that printed it; else ``key``."""


class Written(io.BufferedIOBase):
    """What one of a program's streams writes to."""

    def __init__(self, write: Callable[[str], None], descriptor: int) -> None:
        """Give all that is written to ``write``, as text."""
        self._write, self._descriptor = write, descriptor
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def writable(self) -> bool:
        """Say yes."""
        return True

    def fileno(self) -> int:
        """Return the descriptor that a program expects; what is written to it comes here, too."""
        return self._descriptor

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._write(self._decode(bytes(data)))
        return len(data)

    def opened(self) -> io.TextIOWrapper:
        """Return it as a stream of text, on which nothing is held back."""
        whole: Any = self
        return io.TextIOWrapper(whole, encoding="utf-8", write_through=True, newline="\n")
