"""Datagrams in memory: each arrives, whole and in the order in which they were sent."""

import errno
from collections import deque
from typing import Any

from turns.runtime.network.ends import ERROR, READ, WRITE, End, failure
from turns.runtime.threads import Baton

_LARGEST = 65_507
"""Bytes in a datagram of UDP."""


class Datagrams(End):
    """An end that sends and receives datagrams."""

    def __init__(self, baton: Baton, family: int, kind: int) -> None:
        """Make one that has no name and no peer."""
        super().__init__(baton, family, kind)
        self.peer: Datagrams | None = None
        """The other end of a pair; that of others is looked up by their name."""
        self.is_shut = False
        self._inbox: deque[tuple[bytes, Any]] = deque()

    def send(self, data: bytes, target: "Datagrams | None", source: Any) -> int:
        """Let the datagram arrive, or get lost if nobody is there; it comes from ``source``."""
        self.raise_error()
        if len(data) > _LARGEST and self.peer is None:
            raise failure(errno.EMSGSIZE)
        if target is not None and target.takes(source):
            target._inbox.append((data, source))
            target.touch()
        elif self.peer is not None:
            raise failure(errno.ECONNREFUSED)
        elif self.peer_name is not None and target is None:
            self.error = errno.ECONNREFUSED
            self.touch()
        return len(data)

    def takes(self, name: Any) -> bool:
        """Tell whether it receives what comes from ``name``."""
        return not self.is_gone and (self.peer_name is None or self.peer_name == name)

    def receive(self, timeout: float | None, *, peek: bool) -> tuple[bytes, Any]:
        """Return a datagram, and who sent it."""
        inbox = self._inbox
        self.wait(lambda: inbox or self.error or self.is_shut, timeout)
        if inbox:
            return inbox[0] if peek else inbox.popleft()
        self.raise_error()
        return b"", None

    def shut_down(self, *, reading: bool) -> None:
        """Receive no more."""
        self.is_shut = self.is_shut or reading
        self.touch()

    def shut(self) -> None:
        """Tell nobody: what is sent to it is lost."""

    def events(self) -> int:
        """Return what it is ready for."""
        found = WRITE | (READ if self._inbox or self.is_shut else 0)
        return found | (ERROR | READ if self.error else 0)
