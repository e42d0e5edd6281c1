"""Streams of bytes in memory, as TCP and Unix sockets are, and the ends that listen for them."""

import errno
from collections import deque

from turns.runtime.network.ends import ERROR, HANGUP, READ, WRITE, End, failure
from turns.runtime.network.names import UNIX, seen
from turns.runtime.threads import Baton

SENDING, RECEIVING, LOCAL = 3_800_000, 131_072, 212_992
"""Bytes that are under way until a sender has to wait, as on Linux: what TCP has for it on both
sides, and a Unix socket at the sender's."""
_ROOMY = 1.15
"""How many times what is under way must have room, for TCP to say that one may go on."""


class Stream(End):
    """An end that listens, or is or will be connected."""

    def __init__(self, baton: Baton, family: int, kind: int) -> None:
        """Make one that is neither bound nor connected."""
        super().__init__(baton, family, kind)
        self.queue: deque[Stream] | None = None
        """Of one that listens, what nobody has accepted."""
        self.sending = LOCAL if family == UNIX else SENDING
        self.receiving = 0 if family == UNIX else RECEIVING
        self.resets = False
        """It breaks its connection off when it ends (``SO_LINGER`` of 0 seconds)."""
        self.is_pending = False
        """It was told to connect without waiting, and has not been asked about it."""
        self._peer: Stream | None = None
        self._inbox = bytearray()
        self._is_connected = False
        self._is_finished = False
        """The other end has said that nothing more will come."""
        self._reads_no_more = False
        self._writes_no_more = False

    @property
    def listens(self) -> bool:
        """Whether others may connect to it."""
        return self.queue is not None

    @property
    def is_connected(self) -> bool:
        """Whether it has, or had, another end."""
        return self._is_connected

    @property
    def has_peer(self) -> bool:
        """Whether it is connected still, at least in one direction."""
        is_over = self._reads_no_more and self._writes_no_more and self.family != UNIX
        return self._is_connected and not is_over

    def join(self, peer: "Stream") -> None:
        """Connect two ends."""
        self._peer, peer._peer = peer, self
        self._is_connected = peer._is_connected = True

    def listen(self) -> None:
        """Let others connect."""
        if self.queue is None:
            self.queue = deque()
            self.touch()

    def connect(self, listener: "Stream") -> None:
        """Connect to one that listens; both have their names already."""
        other = Stream(self.baton, listener.family, listener.kind)
        other.sending, other.receiving = listener.sending, listener.receiving
        if self.family == UNIX:
            other.name, other.peer_name = listener.name, self.name
        else:
            other.name = seen(listener.family, self.peer_name)
            other.peer_name = seen(listener.family, self.name)
        self.join(other)
        self.touch()
        if listener.queue is not None:
            listener.queue.append(other)
            listener.touch()

    def fail(self, code: int) -> None:
        """Report an error to whoever asks next."""
        self.error = code
        self.touch()

    def expect(self, timeout: float | None) -> None:
        """Wait until there is a connection to accept."""
        if self.queue is not None and not self._reads_no_more:
            queue = self.queue
            self.wait(lambda: queue or self._reads_no_more, timeout)
        if not self.queue:
            raise failure(errno.EINVAL)

    def read(self, size: int, timeout: float | None, *, peek: bool, whole: bool) -> bytes:
        """Return at most ``size`` bytes, none at the end; ``whole``: not less, if they come."""
        if not self._is_connected:
            self.raise_error()
            raise failure(errno.EINVAL if self.family == UNIX else errno.ENOTCONN)
        found = b""
        while True:
            self.wait(lambda: self._inbox or self._reads_no_more or self.error, timeout)
            if not self._inbox:
                if not found and not self._is_finished:
                    self.raise_error()
                return found
            more = bytes(self._inbox[: size - len(found)])
            found += more
            if not peek:
                del self._inbox[: len(more)]
                if self._peer is not None:
                    self._peer.touch()
            if peek or not whole or len(found) == size:
                return found

    def write(self, data: memoryview, timeout: float | None) -> int:
        """Send what there is room for; return how much that was."""
        peer = self._peer
        self.raise_error()
        if not self._is_connected:
            raise failure(errno.ENOTCONN if self.family == UNIX else errno.EPIPE)
        if not data:
            return 0
        self.wait(lambda: self._writes_no_more or self._room() > 0, timeout)
        self.raise_error()
        if self._writes_no_more or peer is None:
            raise failure(errno.EPIPE)
        if peer.is_gone:  # of which TCP learns only now
            self._writes_no_more = True
            self.fail(errno.EPIPE)
            return len(data)
        sent = data[: self._room()]
        peer._inbox += sent
        peer.touch()
        return len(sent)

    def shut_down(self, *, reading: bool, writing: bool) -> None:
        """Read or write no more."""
        if self.queue is not None:
            self._reads_no_more = self._reads_no_more or reading
            self.touch()
            return
        peer = self._peer
        if not self._is_connected or peer is None:
            raise failure(errno.ENOTCONN)
        if reading:
            self._reads_no_more = True
            if self.family == UNIX:
                peer._writes_no_more = True
        if writing and not self._writes_no_more:
            self._writes_no_more = True
            peer._reads_no_more = peer._is_finished = True
        self.touch()
        peer.touch()

    def shut(self) -> None:
        """Tell the other end, and those that nobody will accept."""
        for waiting in self.queue or ():
            waiting.is_gone = waiting.resets = True
            waiting.shut()
        peer = self._peer
        if peer is None or peer.is_gone:
            return
        if self._inbox or self.resets:
            finished = peer._is_finished and self.family != UNIX
            peer.error = errno.EPIPE if finished else errno.ECONNRESET
            peer._writes_no_more = True
        else:
            peer._is_finished = True
            peer._writes_no_more = peer._writes_no_more or self.family == UNIX
        peer._reads_no_more = True
        peer.touch()

    def events(self) -> int:
        """Return what it is ready for."""
        if self.is_outside:
            return 0
        if self.queue is not None:
            return READ if self.queue else HANGUP if self._reads_no_more else 0
        if not self._is_connected:
            return WRITE | HANGUP | (READ | ERROR if self.error else 0)
        found = ERROR if self.error else 0
        if self._inbox or self._reads_no_more:
            found |= READ
        if self._writes_no_more or self._is_roomy():
            found |= WRITE
        if self._reads_no_more and self._writes_no_more:
            found |= HANGUP
        return found

    def _capacity(self) -> int:
        return self.sending + (self._peer.receiving if self._peer else 0)

    def _room(self) -> int:
        return self._capacity() - len(self._peer._inbox) if self._peer else 0

    def _is_roomy(self) -> bool:
        """Tell whether there is so much room that a kernel would say so."""
        used = len(self._peer._inbox) if self._peer else 0
        return used * (4 if self.family == UNIX else _ROOMY) <= self._capacity()
