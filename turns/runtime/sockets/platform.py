"""What the platform has of sockets: a kernel's, or descriptors alone."""

import socket
import sys
from collections.abc import Callable
from typing import Any

Real: type[socket.socket]
"""What `turns.runtime.sockets.stand_in.Socket` stands on."""
pair: Callable[..., tuple[socket.socket, socket.socket]]
look_up: Callable[..., Any]
"""``socket.getaddrinfo``."""

if sys.platform == "emscripten":
    from turns.runtime.sockets import kernelless

    Real, pair, look_up = kernelless.Bare, kernelless.pair, kernelless.look_up
else:
    Real, pair, look_up = socket.socket, socket.socketpair, socket.getaddrinfo
