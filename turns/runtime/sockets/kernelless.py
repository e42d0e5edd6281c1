"""Sockets of a platform without a network, as WebAssembly in a browser is.

It has descriptors for sockets, and nothing behind them. That is enough for programs whose sockets
are all their own; what goes to somebody outside is refused.
"""

import errno
import os
import socket
import struct
from pathlib import Path
from typing import Any

from turns.runtime import refusing
from turns.runtime.network.ends import failure
from turns.runtime.network.names import INET, UNIX

_look_up = socket.getaddrinfo
_MOST, _LEAST = 425_984, {"SO_SNDBUF": 4608, "SO_RCVBUF": 2304}
"""How large a buffer becomes on Linux, at most and at least."""


class Bare(socket.socket):
    """A descriptor, and options that nobody else heeds."""

    __slots__ = ("_is_unix", "_name", "_options")

    def __init__(self, family: int = -1, *args: Any, **options: Any) -> None:
        """Make one; of Unix sockets, it only looks like one."""
        self._is_unix = family == UNIX
        self._name: str | bytes = ""
        self._options: dict[tuple[int, int], Any] = {}
        super().__init__(INET if self._is_unix else family, *args, **options)

    @property
    def family(self) -> Any:
        """Return its family."""
        return UNIX if self._is_unix else super().family

    def bind(self, address: Any, /) -> None:
        """Give a Unix socket its file; there is no other address than those in memory."""
        if not self._is_unix:
            super().bind(address)  # which raises if it is none
            raise failure(errno.EADDRNOTAVAIL)
        if not _is_abstract(address):
            try:
                os.close(os.open(address, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                raise failure(errno.EADDRINUSE) from None
        self._name = os.fsencode(address) if _is_abstract(address) else os.fsdecode(address)

    def getsockname(self) -> Any:
        """Return the name that it begins with, or its file."""
        return self._name if self._is_unix else super().getsockname()

    def listen(self, _backlog: int = 128, /) -> None:
        """Raise: it is of a kind that cannot, or has no address."""
        raise failure(errno.EINVAL if self.type == socket.SOCK_STREAM else errno.EOPNOTSUPP)

    def shutdown(self, _how: int, /) -> None:
        """Raise: it is not connected."""
        raise failure(errno.ENOTCONN)

    def connect(self, address: Any, /) -> None:
        """Refuse; of a Unix socket, nobody is there."""
        self._find(address)
        refusing.refuse("socket.connect()", refusing.NETWORK)

    def send(self, _data: Any, _flags: int = 0, /) -> int:
        """Raise: it is not connected."""
        raise failure(errno.EBADF if self.fileno() < 0 else errno.EDESTADDRREQ)

    def sendto(self, _data: Any, *rest: Any) -> int:
        """Refuse; of a Unix socket, nobody is there."""
        self._find(rest[-1])
        refusing.refuse("socket.sendto()", refusing.NETWORK)

    def _find(self, address: Any) -> None:
        if self.fileno() < 0:
            raise failure(errno.EBADF)
        if self._is_unix:
            is_there = _is_abstract(address) or Path(os.fsdecode(address)).exists()
            raise failure(errno.ECONNREFUSED if is_there else errno.ENOENT)

    def setsockopt(self, level: int, name: int, *value: Any) -> None:
        """Keep an option."""
        kept = value[0]
        for buffer, least in _LEAST.items():
            if (level, name) == (socket.SOL_SOCKET, getattr(socket, buffer)):
                kept = min(max(2 * kept, least), _MOST)
        self._options[level, name] = kept

    def getsockopt(self, level: int, name: int, *size: int) -> Any:
        """Return an option; 0 if nobody has set it, and it is none of the kind."""
        own = int(self.type) if (level, name) == (socket.SOL_SOCKET, socket.SO_TYPE) else 0
        kept = self._options.get((level, name), own)
        return struct.pack("i", kept) if size and isinstance(kept, int) else kept


def _is_abstract(address: Any) -> bool:
    return os.fsdecode(address).startswith("\0")


def pair(family: int | None = None, *args: Any) -> tuple[Bare, Bare]:
    """Return two that are not connected: Unix sockets, as elsewhere."""
    family = UNIX if family is None else family
    return Bare(family, *args), Bare(family, *args)


def look_up(host: Any, port: Any, *rest: Any, **options: Any) -> Any:
    """``socket.getaddrinfo``, for this machine only."""
    name = host.decode() if isinstance(host, bytes) else host
    if name == "localhost":
        name = "127.0.0.1"
    elif name and not name.replace(".", "").isdecimal() and ":" not in name:
        refusing.refuse("socket.getaddrinfo()", refusing.NETWORK)
    return _look_up(name, port, *rest, **options)


_MISSING = {
    "AF_UNIX": UNIX,
    "SO_REUSEADDR": 2,
    "SO_REUSEPORT": 15,
    "socketpair": pair,  # asyncio's loops need one, also where nothing is watched
}
"""What `socket` does not have there, or what does not work."""


def install() -> None:
    """Give `socket` what it lacks, for good."""
    for name, thing in _MISSING.items():
        setattr(socket, name, thing)
