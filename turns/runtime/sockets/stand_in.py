"""The class that stands for ``socket.socket`` while a program is watched.

It is a real socket, too: its descriptor and its options are the kernel's, and so is all that it
says to somebody outside of the program. With the program's own sockets it talks in memory.
"""

import socket
import struct
from collections.abc import Iterable
from types import FunctionType
from typing import Any

from turns.runtime.limits import UnsupportedError
from turns.runtime.network.datagrams import Datagrams
from turns.runtime.network.ends import End
from turns.runtime.network.names import UNIX, seen
from turns.runtime.network.streams import Stream
from turns.runtime.sockets.connecting import Handle

_PEEK, _ALL = int(socket.MSG_PEEK), int(getattr(socket, "MSG_WAITALL", 0))
_AT_ONCE = int(getattr(socket, "MSG_DONTWAIT", 0))

_Real = socket.socket


class _Class(type):
    """Counts real sockets as instances: others have made them."""

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, _Real) if cls is Socket else type.__instancecheck__(cls, thing)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, _Real) if cls is Socket else type.__subclasscheck__(cls, other)


class Socket(Handle, metaclass=_Class):
    """``socket.socket``."""

    __slots__ = ()

    def accept(self) -> tuple["Socket", Any]:
        """Return a connection, and the address of who made it."""
        listener = self._inside(Stream)
        if listener is None:
            return super().accept()  # type: ignore[return-value]
        listener.expect(self.gettimeout())
        connection = Socket(self.family, self.type, self.proto)
        end = listener.queue.popleft()
        connection._adopt(end)
        return connection, end.peer_name if end.peer_name is not None else ""

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        """Return what came."""
        found = self._take(bufsize, flags)
        return super().recv(bufsize, flags) if found is None else found[0]

    def recvfrom(self, bufsize: int, flags: int = 0, /) -> tuple[bytes, Any]:
        """Return what came, and from whom."""
        found = self._take(bufsize, flags)
        return super().recvfrom(bufsize, flags) if found is None else found

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Write what came into a buffer; return how much that was."""
        found = self._take(nbytes or memoryview(buffer).nbytes, flags)
        if found is None:
            return super().recv_into(buffer, nbytes, flags)
        return _write(buffer, found[0])

    def recvfrom_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> tuple[int, Any]:
        """Write what came into a buffer; return how much that was, and from whom."""
        found = self._take(nbytes or memoryview(buffer).nbytes, flags)
        if found is None:
            return super().recvfrom_into(buffer, nbytes, flags)
        return _write(buffer, found[0]), found[1]

    def recvmsg(
        self, bufsize: int, ancbufsize: int = 0, flags: int = 0, /
    ) -> tuple[bytes, list[Any], int, Any]:
        """Return what came, and from whom; nothing else ever comes with it."""
        found = self._take(bufsize, flags)
        if found is None:
            return super().recvmsg(bufsize, ancbufsize, flags)
        return found[0], [], 0, found[1]

    def recvmsg_into(
        self, buffers: Iterable[Any], ancbufsize: int = 0, flags: int = 0, /
    ) -> tuple[int, list[Any], int, Any]:
        """Write what came into buffers; return how much that was, and from whom."""
        views = [memoryview(buffer).cast("B") for buffer in buffers]
        found = self._take(sum(map(len, views)), flags)
        if found is None:
            return super().recvmsg_into(views, ancbufsize, flags)
        data, size = found[0], len(found[0])
        for view in views:
            data = data[_write(view, data[: len(view)]) :]
        return size, [], 0, found[1]

    def _take(self, size: int, flags: int) -> tuple[bytes, Any] | None:
        """Return what came to the end in memory, and from whom; None if the kernel has to say."""
        if size < 0 or self.fileno() < 0:
            return None
        end = self._end
        timeout = 0.0 if flags & _AT_ONCE else self.gettimeout()
        if isinstance(end, Datagrams) and (not end.is_outside or end.events() & 1):
            data, sender = end.receive(timeout, peek=bool(flags & _PEEK))
            return data[:size], sender
        if stream := self._inside(Stream):
            whole = bool(flags & _ALL)
            return stream.read(size, timeout, peek=bool(flags & _PEEK), whole=whole), None
        return None

    def send(self, data: Any, flags: int = 0, /) -> int:
        """Send as much as there is room for."""
        timeout = 0.0 if flags & _AT_ONCE else self.gettimeout()
        if stream := self._inside(Stream):
            return int(stream.write(memoryview(data).cast("B"), timeout))
        end = self._inside(Datagrams)
        if end and (end.peer or end.peer_name is not None):
            return self._post(end, bytes(data), end.peer_name)
        return super().send(data, flags)

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        """Send all of it."""
        stream = self._inside(Stream)
        if stream is None:
            if self._inside(Datagrams):
                self.send(data, flags)
            else:
                super().sendall(data, flags)
            return
        left, timeout = memoryview(data).cast("B"), self.gettimeout()
        clock = stream.baton.clock
        deadline = None if timeout is None else clock.now + timeout
        while left:
            left = left[stream.write(left, timeout) :]
            if deadline is not None and timeout:
                timeout = max(deadline - clock.now, 1e-9)

    def sendto(self, data: Any, *rest: Any) -> int:
        """Send a datagram to an address."""
        end, address = self._end, rest[-1] if rest else None
        if self._inside(Stream):
            return self.send(data, *rest[:-1])
        if not isinstance(end, Datagrams) or self.fileno() < 0 or address is None:
            return super().sendto(data, *rest)
        _, _, is_inside = self._target(end, address)
        if is_inside:
            return self._post(end, bytes(data), address)
        end.go_outside()
        return super().sendto(data, *rest)

    def _post(self, end: Datagrams, data: bytes, address: Any) -> int:
        if end.peer is not None:
            return end.send(data, end.peer, None)
        name, target, _ = self._target(end, address)
        source = end.name
        if end.family != UNIX:
            source = self._network.names.source(end, name[0])
            source = seen(target.family, source) if target is not None else source
        return end.send(data, target, source)

    def sendmsg(
        self,
        buffers: Iterable[Any],
        ancdata: Iterable[Any] = (),
        flags: int = 0,
        address: Any = None,
        /,
    ) -> int:
        """Send what is in the buffers; nothing else can be sent with it."""
        end = self._inside(End)
        if end is None:
            return super().sendmsg(buffers, ancdata, flags, address)
        if [*ancdata]:
            raise UnsupportedError("socket.sendmsg(): a socket in memory carries only bytes")
        data = b"".join(memoryview(buffer).cast("B") for buffer in buffers)
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    # Its options

    def getsockopt(self, level: int, name: int, *rest: Any) -> Any:
        """Return an option; the kernel has kept it."""
        end = self._inside(End)
        if end is not None and level == socket.SOL_SOCKET:
            if name == socket.SO_ERROR:
                return end.take_error()
            if name == getattr(socket, "SO_ACCEPTCONN", None):
                return int(getattr(end, "queue", None) is not None)
        return super().getsockopt(level, name, *rest)

    def setsockopt(self, level: int, name: int, *value: Any) -> None:
        """Set an option, and heed it if it matters in memory."""
        super().setsockopt(level, name, *value)
        if isinstance(stream := self._end, Stream) and level == socket.SOL_SOCKET:
            if name == socket.SO_LINGER:
                stream.resets = struct.unpack("ii", super().getsockopt(level, name, 8)) == (1, 0)
            elif name == socket.SO_SNDBUF:
                stream.sending = super().getsockopt(level, name)
            elif name == socket.SO_RCVBUF and stream.family != UNIX:
                stream.receiving = super().getsockopt(level, name)


def _write(buffer: Any, data: bytes) -> int:
    memoryview(buffer).cast("B")[: len(data)] = data
    return len(data)


def _rename() -> None:
    """Let it be called as what it stands for, where a program or a recording names it."""
    Socket.__name__ = Socket.__qualname__ = "socket"
    Socket.__module__ = "socket"
    for value in (*vars(Handle).values(), *vars(Socket).values()):
        if isinstance(value, FunctionType):
            value.__qualname__ = f"socket.{value.__name__}"


_rename()
