"""Addresses in memory: which end is bound to which, and which ports are free."""

import errno
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from turns.runtime.network.ends import End, failure

INET, INET6 = int(socket.AF_INET), int(getattr(socket, "AF_INET6", -2))
UNIX = int(getattr(socket, "AF_UNIX", 1))
_FIRST, _LAST = 49_152, 65_535
"""The ports that are nobody's, from which port 0 chooses: the same in each run."""
_ANY = {INET: "0.0.0.0", INET6: "::"}  # noqa: S104 - the program's, and only in memory
_LOOPBACK = {INET: "127.0.0.1", INET6: "::1"}
_MAPPED = "::ffff:"
"""Before an IPv4 address that stands where an IPv6 address is expected."""


def full(family: int, host: str, port: int, rest: tuple[int, ...] = ()) -> tuple[Any, ...]:
    """Return the address as ``getsockname()`` gives it."""
    return (host, port) if family == INET else (host, port, *(*rest, 0, 0)[:2])


def seen(family: int, name: Any) -> Any:
    """Return an address as a socket of this family sees it."""
    if family == INET6 and len(name) == 2:
        return full(INET6, _MAPPED + name[0], name[1])
    if family == INET and len(name) > 2:
        return full(INET, name[0].removeprefix(_MAPPED), name[1])
    return name


def is_local(host: str) -> bool:
    """Tell whether a numeric address is that of this machine on every machine."""
    return host in {*_ANY.values(), "::1"} or host.removeprefix(_MAPPED).startswith("127.")


@dataclass(frozen=True, slots=True)
class _Bound:
    """An end that has a port, and how it was bound."""

    end: End
    shares: bool = False
    """Others may be bound there, too, if they do not listen (``SO_REUSEADDR``)."""
    splits: bool = False
    """Others may even listen there (``SO_REUSEPORT``)."""
    alone: bool = True
    """It has nothing to do with the other family (``IPV6_V6ONLY``)."""


class Names:
    """The addresses of a program's sockets."""

    def __init__(self) -> None:
        """Begin with none."""
        self._bound: dict[tuple[int, int], list[_Bound]] = {}
        """By kind and port."""
        self._ours: set[tuple[int, int]] = set()
        """The ports that were ever bound here: nobody outside of the program has them."""
        self._files: dict[object, End] = {}
        self._next = _FIRST

    def bind(  # noqa: PLR0913
        self, end: End, host: str, port: int, *, shares: bool, splits: bool, alone: bool
    ) -> None:
        """Give an end its address; port 0 is any that is free."""
        if port == 0:
            port = self._free(end.kind)
        kin = self._at(end.kind, port)
        for other in kin:
            is_kept = other.end.listens or not (shares and other.shares)
            if splits and other.splits:
                is_kept = False
            if is_kept and _overlap(end.family, host, alone, other):
                raise failure(errno.EADDRINUSE)
        end.name = full(end.family, host, port)
        kin.append(_Bound(end, shares, splits, alone))
        self._ours.add((end.kind, port))

    def name(self, end: End, target: str) -> None:
        """Give an end that sends to the host ``target`` a name of its own, if it has none."""
        host = target if is_local(target) else _LOOPBACK[end.family]
        if end.name is None:
            end.name = full(end.family, host, self._free(end.kind))
            self._at(end.kind, end.name[1]).append(_Bound(end))
            self._ours.add((end.kind, end.name[1]))
        elif end.name[0] == _ANY[end.family]:
            end.name = full(end.family, host, end.name[1])

    def source(self, end: End, target: str) -> Any:
        """Return from where a datagram comes that an end sends to the host ``target``."""
        if end.name is None:
            self.name(end, _ANY[end.family])
        host, port = end.name[:2]
        return full(end.family, target if host == _ANY[end.family] else host, port)

    def check(self, end: End) -> None:
        """Raise if another end listens at the address already."""
        kin = self._at(end.kind, end.name[1])
        (own,) = (one for one in kin if one.end is end)
        for other in kin:
            is_rival = other is not own and other.end.listens
            is_kept = is_rival and not (own.splits and other.splits)
            if is_kept and _overlap(end.family, end.name[0], own.alone, other):
                raise failure(errno.EADDRINUSE)

    def find(self, end: End, host: str, port: int) -> tuple[Any, End | None]:
        """Return where an end gets by an address, and who is there: the last that was bound."""
        host = _LOOPBACK[end.family] if host == _ANY[end.family] else host
        for other in reversed(self._at(end.kind, port)):
            if _covers(other, end.family, host):
                return full(end.family, host, port), other.end
        return full(end.family, host, port), None

    def is_ours(self, end: End, host: str, port: int) -> bool:
        """Tell whether nobody but this program has ever had the address."""
        return (end.kind, port) in self._ours and is_local(host)

    def bind_file(self, end: End, path: Any) -> None:
        """Give an end the name of a file that exists, or an abstract one."""
        end.name = path
        self._files[_identity(path), end.kind] = end

    def find_file(self, end: End, path: Any) -> End | None:
        """Return who is bound to a file or an abstract name."""
        try:
            found = self._files.get((_identity(path), end.kind))
        except (OSError, TypeError, ValueError):
            return None
        return None if found is None or found.is_gone else found

    def _at(self, kind: int, port: int) -> list[_Bound]:
        """Return who is bound to a port, without those that are no more."""
        kin = self._bound.setdefault((kind, port), [])
        kin[:] = [row for row in kin if not row.end.is_gone]
        return kin

    def _free(self, kind: int) -> int:
        for port in self._ports():
            if not self._at(kind, port):
                self._next = port + 1 if port < _LAST else _FIRST
                return port
        raise failure(errno.EADDRINUSE)

    def _ports(self) -> Iterator[int]:
        yield from range(self._next, _LAST + 1)
        yield from range(_FIRST, self._next)


def _identity(path: Any) -> object:
    """Return the same for all names of a file."""
    name = os.fsdecode(path)
    if name.startswith("\0"):
        return name
    found = Path(name).stat()
    return found.st_dev, found.st_ino


def _overlap(family: int, host: str, alone: bool, other: _Bound) -> bool:
    """Tell whether two ends with the same port would have an address in common."""
    name = other.end.name
    if family == other.end.family:
        return host == name[0] or _ANY[family] in {host, name[0]}
    wide, is_narrow = (host, alone) if family == INET6 else (name[0], other.alone)
    return wide == _ANY[INET6] and not is_narrow


def _covers(other: _Bound, family: int, host: str) -> bool:
    """Tell whether an address gets to an end."""
    if family == INET6 and host.startswith(_MAPPED):
        family, host = INET, host.removeprefix(_MAPPED)
    own = other.end.name[0]
    if other.end.family == family:
        return own == host or (own == _ANY[family] and is_local(host))
    is_dual = other.end.family == INET6 and not other.alone
    return is_dual and own in {_ANY[INET6], _MAPPED + host}
