"""What a watched program prints, line by line."""

import codecs
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


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


class Stdout(io.BufferedIOBase):
    """What a program's stdout writes to: cuts what comes into lines."""

    def __init__(self, line: Callable[[str], None], accepts: Callable[[int], bool]) -> None:
        """Give each whole line to ``line``; first ask ``accepts`` about so many characters."""
        self._line = line
        self._accepts = accepts
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.partial = ""
        """What it has printed of the line it is at."""

    def writable(self) -> bool:
        """Say yes."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        text = self._decode(bytes(data))
        if self._accepts(len(text)):
            *lines, self.partial = (self.partial + text).split("\n")
            for line in lines:
                self._line(line)
        return len(data)

    def finish(self) -> None:
        """Count what stands in the last line as a line."""
        if self.partial:
            self._line(self.partial)
            self.partial = ""
