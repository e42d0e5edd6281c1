"""The class that stands for ``socket.socket`` while a program is watched.

It is a real socket, too: its descriptor and its options are the kernel's, and so is all that it
says to somebody outside of the program. With the program's own sockets it talks in memory.
"""

import errno
import socket
import struct
from collections.abc import Iterable
from types import FunctionType
from typing import Any

from turns.runtime import context
from turns.runtime.limits import UnsupportedError
from turns.runtime.network.datagrams import Datagrams
from turns.runtime.network.ends import End, failure
from turns.runtime.network.names import INET, INET6, UNIX, is_local, seen
from turns.runtime.network.network import Network
from turns.runtime.network.streams import Stream

_Real = socket.socket
_look_up = socket.getaddrinfo
_PEEK, _ALL = int(socket.MSG_PEEK), int(getattr(socket, "MSG_WAITALL", 0))
_AT_ONCE = int(getattr(socket, "MSG_DONTWAIT", 0))
_BEFORE_FILENO = 3
"""Arguments of ``socket.socket()``: family, type and protocol."""
_NUMBERS = {INET: 2, INET6: 4}
"""How many members an address may have."""


class _Class(type):
    """Counts real sockets as instances: others have made them."""

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, _Real) if cls is Socket else type.__instancecheck__(cls, thing)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, _Real) if cls is Socket else type.__subclasscheck__(cls, other)


class Socket(_Real, metaclass=_Class):
    """``socket.socket``."""

    __slots__ = ("_end", "_network")
    _end: End | None
    """What it is a handle of; None if only the kernel knows."""
    _network: Network
    """That of the end, if there is one."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Make a socket, or one for a descriptor."""
        self._end = None
        super().__init__(*args, **options)
        if context.current is None:
            return
        network = self._network = context.current.network
        fileno = args[_BEFORE_FILENO] if len(args) > _BEFORE_FILENO else options.get("fileno")
        if fileno is not None:
            self._end = network.find(self.fileno())
        elif end := network.make(self.family, self.type):
            self._adopt(end)

    def _adopt(self, end: End) -> None:
        self._end = end
        self._network.open(self.fileno(), end)

    def _inside(self, kind: type[Any]) -> Any:
        """Return its end, if that is of the kind and in memory."""
        end = self._end
        if not isinstance(end, kind) or self.fileno() < 0:
            return None
        return None if end.is_outside else end

    # Its life

    def _real_close(self) -> None:
        if self._end is not None:
            self._network.close(self.fileno())
        super()._real_close()  # type: ignore[misc]

    def __del__(self) -> None:
        """Close it, if the program did not."""
        if self._end is not None:
            self._network.close(self.fileno())
        super().__del__()  # type: ignore[misc]

    def shutdown(self, how: int, /) -> None:
        """Read or write no more."""
        reads = how in {socket.SHUT_RD, socket.SHUT_RDWR}
        writes = how in {socket.SHUT_WR, socket.SHUT_RDWR}
        if not reads and not writes:
            super().shutdown(how)
        elif stream := self._inside(Stream):
            stream.shut_down(reading=reads, writing=writes)
        elif (one := self._inside(Datagrams)) and (one.peer or one.peer_name):
            one.shut_down(reading=reads)
        else:
            super().shutdown(how)

    # Its name and its peer

    def _place(self, address: Any) -> tuple[str, int] | None:
        """Return host, as numbers, and port; None if the kernel has to say what is wrong."""
        family = int(self.family)
        if not isinstance(address, tuple) or not 2 <= len(address) <= _NUMBERS[family]:
            return None
        host, port = address[:2]
        if isinstance(host, (bytes, bytearray)):
            host = host.decode()
        if not isinstance(host, str) or not isinstance(port, int) or not 0 <= port <= 0xFFFF:
            return None
        if not host:
            return "0.0.0.0" if family == INET else "::", port  # noqa: S104
        try:
            socket.inet_pton(family, host)
        except OSError:
            host = str(_look_up(host, None, family, self.type)[0][4][0])
        return host, port

    def bind(self, address: Any, /) -> None:
        """Give it an address."""
        end = self._end
        if end is None:
            super().bind(address)
        elif end.family == UNIX:
            super().bind(address)
            self._network.names.bind_file(end, super().getsockname())
        elif end.name is not None:
            raise failure(errno.EINVAL)
        elif (place := self._place(address)) is None:
            super().bind(address)  # which fails
        else:
            if not is_local(place[0]):
                super().bind((place[0], 0, *address[2:]))  # is that an address of this machine?
            self._network.names.bind(
                end,
                *place,
                shares=bool(
                    super().getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)
                    or super().getsockopt(socket.SOL_SOCKET, getattr(socket, "SO_REUSEPORT", 0))
                ),
                alone=end.family == INET
                or bool(super().getsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY)),
            )
            end.is_bound = True

    def listen(self, backlog: int = 128, /) -> None:
        """Let others connect."""
        stream = self._inside(Stream)
        if stream is None or (stream.family == UNIX and stream.name is None):
            super().listen(backlog)
            return
        if stream.is_connected:
            raise failure(errno.EINVAL)
        if stream.name is None:
            self._network.names.bind(stream, *_anywhere(stream), shares=False, alone=False)
        if stream.family != UNIX:
            self._network.names.check(stream)
        stream.listen()

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

    def connect(self, address: Any, /) -> None:
        """Connect it to who listens in this program, else to somebody outside."""
        end = self._end
        if end is None or self.fileno() < 0:
            super().connect(address)
        elif isinstance(end, Datagrams):
            self._meet(end, address)
        elif isinstance(end, Stream):
            if end.is_connected and not end.is_pending:
                raise failure(errno.EISCONN)
            if end.is_pending:
                end.is_pending = False
                end.raise_error()
                return
            if end.queue is not None:
                raise failure(errno.EISCONN if end.family != UNIX else errno.EINVAL)
            self._reach(end, address)

    def _reach(self, end: Stream, address: Any) -> None:
        names, found = self._network.names, None
        place = None if end.family == UNIX else self._place(address)
        if end.family == UNIX:
            found, name = names.find_file(end, address), address
        elif place is not None:
            name, found = names.find(end, *place)
        if isinstance(found, Stream) and found.queue is not None:
            end.come_inside()
            end.peer_name = name
            if place is not None:
                names.name(end, name[0])
            end.connect(found)
        elif place is not None and names.is_ours(end, *place):
            if self.gettimeout() != 0:
                raise failure(errno.ECONNREFUSED)
            end.fail(errno.ECONNREFUSED)
        else:
            end.go_outside()
            super().connect(address)
            return
        if self.gettimeout() == 0 and place is not None:
            end.is_pending = True
            raise failure(errno.EINPROGRESS)

    def _meet(self, end: Datagrams, address: Any) -> None:
        name, found, is_inside = self._target(end, address)
        if not is_inside:
            end.go_outside()
            super().connect(address)
            return
        if found is None and end.family == UNIX:
            raise failure(errno.ECONNREFUSED)
        if end.family != UNIX:
            self._network.names.name(end, name[0])
        end.peer_name = name

    def _target(self, end: Datagrams, address: Any) -> tuple[Any, Datagrams | None, bool]:
        """Return whom datagrams to an address reach, and whether that is in this program."""
        names = self._network.names
        found: End | None
        if end.family == UNIX:
            found = names.find_file(end, address)
            return address, found if isinstance(found, Datagrams) else None, found is not None
        place = self._place(address)
        if place is None:
            return address, None, False
        name, found = names.find(end, *place)
        inside = found is not None or names.is_ours(end, *place)
        return name, found if isinstance(found, Datagrams) else None, inside

    def connect_ex(self, address: Any, /) -> int:
        """Connect it; return the error's number instead of raising it."""
        if self._end is None:
            return super().connect_ex(address)
        try:
            self.connect(address)
        except TimeoutError:
            return errno.EAGAIN
        except OSError as error:
            if error.errno is None or isinstance(error, (socket.gaierror, socket.herror)):
                raise
            return error.errno
        return 0

    def getsockname(self) -> Any:
        """Return its address."""
        end = self._end
        if end is None or end.name is None or end.is_outside or end.family == UNIX:
            return super().getsockname()
        return end.name

    def getpeername(self) -> Any:
        """Return the address of the other end."""
        end = self._inside(Stream) or self._inside(Datagrams)
        if end is None:
            return super().getpeername()
        if isinstance(end, Stream) and not end.has_peer:
            raise failure(errno.ENOTCONN)
        if end.peer_name is None and end.family != UNIX:
            raise failure(errno.ENOTCONN)
        return end.peer_name if end.peer_name is not None else ""

    # What it says and hears

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


def _anywhere(end: End) -> tuple[str, int]:
    return ("0.0.0.0" if end.family == INET else "::"), 0  # noqa: S104


def _write(buffer: Any, data: bytes) -> int:
    memoryview(buffer).cast("B")[: len(data)] = data
    return len(data)


def _rename() -> None:
    """Let it be called as what it stands for, where a program or a recording names it."""
    Socket.__name__ = Socket.__qualname__ = "socket"
    Socket.__module__ = "socket"
    for value in vars(Socket).values():
        if isinstance(value, FunctionType):
            value.__qualname__ = f"socket.{value.__name__}"


_rename()
