"""Take the port of the preview, on the addresses that a browser may be told."""

import errno
import ipaddress
import os
import socket

LOOPBACK = ("127.0.0.1", "::1")
"""What ``localhost`` may mean; whichever a browser tries first, it finds the preview."""
# What a machine says that lacks IPv6, or of one of a name's addresses that is not its own.
_NOT_HERE = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}


class NoListenerError(Exception):
    """There is nothing to listen on; why, in one line."""


def listeners(host: str | None, port: int) -> list[socket.socket]:
    """Listen on every address of a host, a name or an address; None: on this machine alone."""
    found: list[socket.socket] = []
    try:
        addresses = [address for name in ([host] if host else LOOPBACK) for address in _of(name)]
    except OSError:
        raise NoListenerError(f"{host!r} is no address of this machine") from None
    for family, address in dict.fromkeys(addresses):
        everything = ipaddress.ip_address(address).is_unspecified and family == socket.AF_INET6
        try:
            found.append(
                socket.create_server((address, port), family=family, dualstack_ipv6=everything)
            )
        except OSError as error:
            if error.errno not in _NOT_HERE:
                for one in found:
                    one.close()
                raise NoListenerError(
                    f"port {port} cannot be used: {os.strerror(error.errno or 0)}"
                ) from None
    if not found:
        raise NoListenerError(f"{host!r} is no address of this machine")
    return found


def _of(host: str) -> list[tuple[socket.AddressFamily, str]]:
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [(family, str(address[0])) for family, _, _, _, address in found]


def address(listener: socket.socket) -> str:
    """Return the address for a browser on this machine."""
    host, port = listener.getsockname()[:2]
    here = ipaddress.ip_address(host)
    if here.is_unspecified:
        here = ipaddress.ip_address("127.0.0.1")
    return f"http://[{here}]:{port}/" if here.version == 6 else f"http://{here}:{port}/"


def is_open(listener: socket.socket) -> bool:
    """Say whether others than this machine may reach it."""
    return not ipaddress.ip_address(listener.getsockname()[0]).is_loopback
