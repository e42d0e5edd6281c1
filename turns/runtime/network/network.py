"""All sockets in memory of a run."""

import socket

from turns.runtime.network.datagrams import Datagrams
from turns.runtime.network.ends import End
from turns.runtime.network.names import INET, INET6, UNIX, Names
from turns.runtime.network.streams import Stream
from turns.runtime.threads import Baton

_KINDS = {int(socket.SOCK_STREAM): Stream, int(socket.SOCK_DGRAM): Datagrams}


class Network:
    """The sockets of a program, by their descriptors, and their names."""

    def __init__(self, baton: Baton) -> None:
        """Begin with none; threads wait for them on ``baton``."""
        self.baton = baton
        self.names = Names()
        self.wakes: Stream | None = None
        """Where a loop is told of signals."""
        self.looks = 0
        """How often the program looked in vain since something was there."""
        self._ends: dict[int, End] = {}

    def make(self, family: int, kind: int) -> End | None:
        """Make a new end; None for what only a kernel has."""
        if family not in {INET, INET6, UNIX} or kind not in _KINDS:
            return None
        return _KINDS[kind](self.baton, family, kind)

    def open(self, fd: int, end: End) -> None:
        """Let the descriptor be a handle of an end."""
        self.close(fd)  # somebody has closed it behind our back
        end.handles += 1
        self._ends[fd] = end

    def find(self, fd: int) -> End | None:
        """Return the end of which a descriptor is a handle."""
        return self._ends.get(fd)

    def close(self, fd: int) -> None:
        """Give up a handle."""
        end = self._ends.pop(fd, None)
        if end is not None:
            end.leave()

    def awaited(self) -> str | None:
        """Say which connections or datagrams of others somebody waits for."""
        for end in self._ends.values():
            if not end.is_awaited() or end.is_outside:
                continue
            if end.listens:
                return f"connections on {_shown(end.name)}, and nothing in this program makes one"
            if isinstance(end, Datagrams) and end.is_bound:
                return f"datagrams on {_shown(end.name)}, and nothing in this program sends one"
        return None


def _shown(name: object) -> str:
    if isinstance(name, tuple):
        host = f"[{name[0]}]" if ":" in name[0] else name[0]
        return f"{host}:{name[1]}"
    return repr(name)
