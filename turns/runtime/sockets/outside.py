"""What asks the kernel about descriptors that are not in memory, each in the way of its caller."""

import contextlib
import errno
import math
import os
import select
import selectors
from collections.abc import Callable
from typing import Any

from turns.runtime.network.ends import READ, WRITE


class RealSelector(selectors.DefaultSelector):
    """The platform's best selector, with its own way to poll also while that is replaced."""

    _selector_cls = getattr(selectors.DefaultSelector, "_selector_cls", None)


def not_registered() -> FileNotFoundError:
    """Return what the kernel says of a descriptor of which it was not asked."""
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


class BySelector:
    """Asks a selector, which is made when it is first needed."""

    def __init__(self, make: Callable[[], selectors.BaseSelector] = RealSelector) -> None:
        """Begin with no descriptors."""
        self._make = make
        self._selector: selectors.BaseSelector | None = None

    def add(self, fd: int, events: int) -> None:
        """Begin to ask about one."""
        if self._selector is None:
            self._selector = self._make()
        self._selector.register(fd, _events(events))

    def change(self, fd: int, events: int) -> None:
        """Ask for something else."""
        if self._selector is None or fd not in self._selector.get_map():
            raise not_registered()
        self._selector.modify(fd, _events(events))

    def remove(self, fd: int) -> None:
        """Ask no longer; it may have been closed already."""
        if self._selector is not None:
            with contextlib.suppress(KeyError, ValueError, OSError):
                self._selector.unregister(fd)

    def ask(self, seconds: float | None) -> list[tuple[int, int]]:
        """Return what they are ready for, after at most so many seconds of real time."""
        if self._selector is None:
            return []
        return [
            (
                key.fd,
                READ * bool(mask & selectors.EVENT_READ)
                | WRITE * bool(mask & selectors.EVENT_WRITE),
            )
            for key, mask in self._selector.select(seconds)
        ]

    def close(self) -> None:
        """Close the selector."""
        if self._selector is not None:
            self._selector.close()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._selector.get_map() or ()) if self._selector else 0


def _events(bits: int) -> int:
    """Translate the bits of ``poll()`` into those of a selector."""
    found = selectors.EVENT_READ if bits & READ else 0
    return found | (selectors.EVENT_WRITE if bits & WRITE else 0)


class ByPoll:
    """Asks a ``poll`` or ``epoll`` object."""

    def __init__(self, make: Callable[[], Any], unit: float) -> None:
        """Begin with no descriptors; time is counted in ``unit`` seconds."""
        self._make = make
        self._poll: Any = None
        self._unit = unit
        self._count = 0

    def add(self, fd: int, events: int) -> None:
        """Begin to ask about one."""
        if self._poll is None:
            self._poll = self._make()
        self._poll.register(fd, events)
        self._count += 1

    def change(self, fd: int, events: int) -> None:
        """Ask for something else."""
        if self._poll is None:
            raise not_registered()
        self._poll.modify(fd, events)

    def remove(self, fd: int) -> None:
        """Ask no longer; it may have been closed already."""
        if self._poll is not None:
            with contextlib.suppress(KeyError, OSError):
                self._poll.unregister(fd)
                self._count -= 1

    def ask(self, seconds: float | None) -> list[tuple[int, int]]:
        """Return what they are ready for, after at most so many seconds of real time."""
        if self._poll is None:
            return []
        if seconds is None:
            return list(self._poll.poll())
        units = seconds / self._unit
        return list(self._poll.poll(math.ceil(units) if self._unit < 1 else units))

    def close(self) -> None:
        """Close an ``epoll`` object; the other kind has nothing to close."""
        if hasattr(self._poll, "close"):
            self._poll.close()

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count


poll: Any = getattr(select, "poll", None)
epoll: Any = getattr(select, "epoll", None)
"""The real ones."""
