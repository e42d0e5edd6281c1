"""A socket in memory, as far as it is bound and connected."""

import errno
import socket
from typing import Any

from turns.runtime import context
from turns.runtime.network.datagrams import Datagrams
from turns.runtime.network.ends import End, failure
from turns.runtime.network.names import INET, INET6, UNIX, is_local
from turns.runtime.network.network import Network
from turns.runtime.network.streams import Stream
from turns.runtime.sockets import platform

_BEFORE_FILENO = 3
"""Arguments of ``socket.socket()``: family, type and protocol."""
_NUMBERS = {INET: 2, INET6: 4}
"""How many members an address may have."""


class Handle(platform.Real):
    """A socket, as far as it is bound and connected."""

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
        """Be a handle of an end."""
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
            host = str(platform.look_up(host, None, family, self.type)[0][4][0])
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
                shares=bool(super().getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)),
                splits=hasattr(socket, "SO_REUSEPORT")
                and bool(super().getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT)),
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
            self._network.names.bind(
                stream, *_anywhere(stream), shares=False, splits=False, alone=False
            )
        if stream.family != UNIX:
            self._network.names.check(stream)
        stream.listen()

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
        if isinstance(found, Stream) and found.listens:
            end.come_inside()
            end.peer_name = found.name if place is None else name
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
        if end is None or end.name is None or end.is_outside or self.fileno() < 0:
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


def _anywhere(end: End) -> tuple[str, int]:
    return ("0.0.0.0" if end.family == INET else "::"), 0  # noqa: S104
