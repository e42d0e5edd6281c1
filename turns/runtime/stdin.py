"""The standard input of a program that is run more than once: what it has read comes again."""

import io
import os
import sys
from typing import Any

from turns.runtime import context

_terminal, _read = sys.__stderr__, os.read
"""The real ones, also during a run."""


class Input:
    """All that was read so far, and where more comes from."""

    def __init__(self, data: bytes = b"", descriptor: int | None = None) -> None:
        """Begin with ``data``; then read from the file ``descriptor``, if there is one."""
        self.data = bytearray(data)
        self._descriptor = descriptor

    def opened(self) -> io.TextIOWrapper:
        """Return a stream that begins at the beginning."""
        return io.TextIOWrapper(io.BufferedReader(_Reader(self)), encoding="utf-8")

    def read_on(self, most: int) -> int:
        """Read at most so many bytes more, and say how many; at a terminal, show what is asked."""
        if self._descriptor is None:
            return 0
        if os.isatty(self._descriptor) and _terminal is not None:
            asks = context.current.partial if context.current else ""
            _terminal.write(asks or "(the program reads its input) ")
            _terminal.flush()
        more = _read(self._descriptor, most)
        self.data += more
        return len(more)


class _Reader(io.RawIOBase):
    """Reads one `Input` from its beginning; where it is can be asked, as of a file."""

    def __init__(self, source: Input) -> None:
        self._source = source
        self._position = 0

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0  # whoever reads from that comes here, too

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_END:
            while self._source.read_on(io.DEFAULT_BUFFER_SIZE):
                pass
        starts = {os.SEEK_SET: 0, os.SEEK_CUR: self._position}
        self._position = starts.get(whence, len(self._source.data)) + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        data = self._source.data
        if self._position >= len(data):
            self._source.read_on(len(buffer))
        part = data[self._position : self._position + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)
