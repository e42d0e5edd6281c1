"""The functions that stand for those of ``socket``, ``select`` and ``os`` on sockets in memory."""

import asyncio
import os
import select
import selectors
import signal
import socket
import sys
from asyncio import sslproto
from types import FrameType
from typing import Any

from turns.runtime import context
from turns.runtime.limits import UnsupportedError
from turns.runtime.network.datagrams import Datagrams
from turns.runtime.network.ends import End
from turns.runtime.network.streams import Stream
from turns.runtime.sockets import platform, polling
from turns.runtime.sockets.selector import Selector
from turns.runtime.sockets.stand_in import Socket

_real: dict[str, Any] = {
    name: getattr(os, name, None) for name in ("close", "dup", "read", "write", "sendfile")
}
_real_wakeup = signal.set_wakeup_fd
_ssl: Any = sslproto.ssl  # type: ignore[attr-defined]
_real_wrap: Any = _ssl.SSLContext.wrap_socket if _ssl else None


def _end(fd: int) -> End | None:
    return context.current.network.find(fd) if context.current else None


def _socketpair(*args: Any, **options: Any) -> tuple[Socket, Socket]:
    real = platform.pair(*args, **options)
    one, two = (Socket(each.family, each.type, each.proto, fileno=each.detach()) for each in real)
    if context.current is not None:
        network = context.current.network
        ends = [network.make(one.family, one.type) for _ in range(2)]
        if isinstance(ends[0], Stream) and isinstance(ends[1], Stream):
            ends[0].join(ends[1])
        elif isinstance(ends[0], Datagrams) and isinstance(ends[1], Datagrams):
            ends[0].peer, ends[1].peer = ends[1], ends[0]
        for handle, end in zip((one, two), ends, strict=True):
            if end is not None:
                handle._adopt(end)
    return one, two


# By descriptor


def _timeout(fd: int) -> float | None:
    return None if os.get_blocking(fd) else 0.0


def _inside(fd: int) -> Stream | None:
    """Return the stream in memory of which ``fd`` is a handle."""
    end = _end(fd) if isinstance(fd, int) else None
    return end if isinstance(end, Stream) and not end.is_outside else None


def _close(fd: int) -> None:
    if context.current is not None:
        context.current.network.close(fd)
    _real["close"](fd)


def _dup(fd: int, /) -> int:
    copy, end = int(_real["dup"](fd)), _end(fd)
    if end is not None and context.current is not None:
        context.current.network.open(copy, end)
    return copy


def _read(fd: int, length: int, /) -> bytes:
    running = context.current
    if running is not None and fd == 0:
        return bytes(running.streams[0].buffer.raw.read(length) or b"")
    stream = _inside(fd)
    if stream is None:
        return bytes(_real["read"](fd, length))
    return stream.read(length, _timeout(fd), peek=False, whole=False)


def _write(fd: int, data: Any, /) -> int:
    running = context.current
    if running is not None and fd in {1, 2}:
        return (running.stdout if fd == 1 else running.stderr).write(data)
    stream = _inside(fd)
    if stream is None:
        return int(_real["write"](fd, data))
    return stream.write(memoryview(data).cast("B"), _timeout(fd))


def _sendfile(out_fd: int, in_fd: int, offset: int | None, count: int, *rest: Any) -> int:
    stream = _inside(out_fd)
    if stream is None:
        return int(_real["sendfile"](out_fd, in_fd, offset, count, *rest))
    count = min(count, _MOST)
    data = os.read(in_fd, count) if offset is None else os.pread(in_fd, count, offset)
    return stream.write(memoryview(data), _timeout(out_fd))


_MOST = 1 << 20
"""Bytes that one call reads from a file."""


# Signals: the byte that wakes a loop has to go through memory, too


def _set_wakeup_fd(fd: int, **options: bool) -> int:
    if context.current is None:
        return _real_wakeup(fd, **options)
    network = context.current.network
    network.wakes = _inside(fd)
    return _real_wakeup(-1 if network.wakes else fd, **options)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    stream = context.current.network.wakes if context.current else None
    if stream is not None and not stream.is_gone:
        stream.write(memoryview(bytes([number])), None)


def _wrap(context_: Any, sock: socket.socket, *args: Any, **kwargs: Any) -> Any:
    stream = _inside(sock.fileno())
    if stream is not None and (stream.is_connected or stream.name is not None):
        raise UnsupportedError(
            "SSLContext.wrap_socket(): in a watched program, only asyncio's streams and"
            " transports can be encrypted"
        )
    return _real_wrap(context_, sock, *args, **kwargs)


class _Own(Selector):
    """A selector that the program makes itself."""

    def __init__(self) -> None:
        super().__init__(polling.network())


def _selectors() -> list[tuple[object, str, object]]:
    """Return what makes the selectors of this platform ask for sockets in memory."""
    kinds = selectors
    rows: list[tuple[object, str, object]] = []
    if hasattr(kinds, "PollSelector"):
        rows.append((kinds.PollSelector, "_selector_cls", polling.Poll))
    if hasattr(kinds, "EpollSelector"):
        rows.append((kinds.EpollSelector, "_selector_cls", polling.Epoll))
    if hasattr(kinds, "KqueueSelector"):
        rows += [(kinds, "KqueueSelector", _Own), (kinds, "DefaultSelector", _Own)]
    if sys.platform != "win32":  # where it looks for `select.select` at each call
        rows.append((kinds.SelectSelector, "_select", staticmethod(polling.select_select)))
    return rows


def _table() -> list[tuple[object, str, object]]:
    table: list[tuple[object, str, object]] = [
        (socket, "socket", Socket),
        (socket, "socketpair", _socketpair),
        (socket, "getaddrinfo", platform.look_up),
        (socket, "dup", _dup),
        (socket, "close", _close),
        (os, "close", _close),
        (os, "dup", _dup),
        (os, "read", _read),
        (os, "write", _write),
        (os, "sendfile", _sendfile),
        (select, "select", polling.select_select),
        (select, "poll", polling.Poll),
        (select, "epoll", polling.Epoll),
        (signal, "set_wakeup_fd", _set_wakeup_fd),
        *_selectors(),
    ]
    if hasattr(asyncio, "unix_events"):
        table.append((asyncio.unix_events, "_sighandler_noop", _on_signal))
    if _ssl:
        table.append((_ssl.SSLContext, "wrap_socket", _wrap))
    return table


TABLE = _table()
"""Where, which name, and what stands there while a program is watched."""
