"""What the platform has of sockets: a kernel's, or descriptors alone.

``Real`` is what `turns.runtime.sockets.stand_in.Socket` stands on, ``pair`` makes two of it, and
``look_up`` is ``socket.getaddrinfo``.
"""

import sys

if sys.platform == "emscripten":
    from turns.runtime.sockets import kernelless
    from turns.runtime.sockets.kernelless import Bare as Real
    from turns.runtime.sockets.kernelless import look_up, pair

    kernelless.install()
else:
    from socket import getaddrinfo as look_up
    from socket import socket as Real  # noqa: N812 - a class
    from socket import socketpair as pair

__all__ = ["Real", "look_up", "pair"]
