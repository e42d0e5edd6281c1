"""One end of a connection in memory, and the watches that wait for ends to be ready."""

import errno
import os
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

from turns.runtime.threads import Baton, Seat

READ, WRITE, ERROR, HANGUP = 1, 4, 8, 16
"""What an end is ready for, or must be told of: the bits of Linux' ``poll()``."""
EDGE, ONCE = 1 << 31, 1 << 30
"""Tell of an end only when something new has happened; only once: those of ``epoll``."""


def failure(code: int) -> OSError:
    """Return the exception that the kernel's error ``code`` becomes."""
    return OSError(code, os.strerror(code))


class Outside(Protocol):
    """Asks the kernel about the descriptors that are not in memory."""

    def add(self, fd: int, events: int) -> None:
        """Begin to ask about one."""

    def change(self, fd: int, events: int) -> None:
        """Ask for something else."""

    def remove(self, fd: int) -> None:
        """Ask no longer."""

    def ask(self, seconds: float | None) -> list[tuple[int, int]]:
        """Return what they are ready for, after at most so many seconds of real time."""

    def __len__(self) -> int:
        """Return how many there are."""


class End:
    """What the kernel calls an open socket; descriptors are handles of it."""

    def __init__(self, baton: Baton, family: int, kind: int) -> None:
        """Make one that is neither bound nor connected."""
        self.baton = baton
        self.family = family
        self.kind = kind
        self.name: Any = None
        """The address that it is bound to; None if to none."""
        self.peer_name: Any = None
        self.error = 0
        """What ``SO_ERROR`` says."""
        self.handles = 0
        self.is_outside = False
        """It talks to somebody outside of the program, through the kernel."""
        self.is_gone = False
        """It has ended."""
        self.is_bound = False
        """The program itself has given it its name."""
        self._blocked: deque[Seat] = deque()
        self._watches: list[tuple[Watch, int]] = []

    @property
    def listens(self) -> bool:
        """Whether others may connect to it."""
        return False

    def events(self) -> int:
        """Return what it is ready for."""
        raise NotImplementedError

    def shut(self) -> None:
        """Let the other end know that this one is no more."""
        raise NotImplementedError

    def leave(self) -> None:
        """Give up a handle; the last one ends it."""
        self.handles -= 1
        if self.handles == 0:
            for watch, fd in [*self._watches]:
                watch.remove(fd)
            self.is_gone = True
            self.shut()

    def take_error(self) -> int:
        """Return the error that was not reported yet."""
        code, self.error = self.error, 0
        return code

    def raise_error(self) -> None:
        """Report an error, once."""
        if code := self.take_error():
            raise failure(code)

    def touch(self) -> None:
        """Let everybody look who waits for something to happen here."""
        blocked, self._blocked = self._blocked, deque()
        for seat in blocked:
            self.baton.wake(seat)
        for watch, fd in [*self._watches]:
            watch.note(fd)

    def go_outside(self) -> None:
        """Leave everything to the kernel from now on."""
        if not self.is_outside:
            self.is_outside = True
            for watch, fd in [*self._watches]:
                watch.take_outside(fd)

    def come_inside(self) -> None:
        """Leave nothing to the kernel from now on."""
        if self.is_outside:
            self.is_outside = False
            for watch, fd in [*self._watches]:
                watch.take_inside(fd)

    def wait(self, ready: Callable[[], object], timeout: float | None) -> None:
        """Let other threads run until it is ``ready``; raise what a socket does if it is not.

        The thread that waits holds the end meanwhile, as it does in a kernel.
        """
        if ready():
            return
        if timeout == 0:
            raise failure(errno.EAGAIN)
        clock = self.baton.clock
        deadline = None if timeout is None else clock.now + timeout
        self.handles += 1
        try:
            while not ready():
                seat = self.baton.current
                self._blocked.append(seat)
                left = None if deadline is None else deadline - clock.now
                if not self.baton.wait(left) and not ready():
                    raise TimeoutError("timed out")
        finally:
            if seat in self._blocked:
                self._blocked.remove(seat)
            self.leave()

    def is_awaited(self) -> bool:
        """Tell whether a thread or a loop waits for something to read here."""
        return any(seat.waiting for seat in self._blocked) or any(
            watch.seat is not None and watch.wants(fd, READ) for watch, fd in self._watches
        )

    def enter(self, watch: "Watch", fd: int) -> None:
        """Be watched, as descriptor ``fd``."""
        self._watches.append((watch, fd))

    def forget(self, watch: "Watch", fd: int) -> None:
        """Be watched no longer."""
        self._watches.remove((watch, fd))


class Watch:
    """What is waited for, and what of it may be ready, in the order of ``epoll``.

    Whatever happens at an end puts it at the end of the line, if it does not stand there already.
    Who is found ready stays in the line, but behind the others.
    """

    def __init__(self, baton: Baton, outside: Outside) -> None:
        """Begin with nothing; ``outside`` is asked about what is not in memory."""
        self.baton = baton
        self.outside = outside
        self.seat: Seat | None = None
        """The thread that waits here now."""
        self._wanted: dict[int, tuple[End, int]] = {}
        self._others: set[int] = set()
        """Those that only the kernel knows."""
        self._line: dict[int, None] = {}

    def has(self, fd: int) -> bool:
        """Tell whether it waits for a descriptor."""
        return fd in self._wanted or fd in self._others

    def __len__(self) -> int:
        """Return how many ends in memory are waited for."""
        return len(self._wanted)

    def add(self, fd: int, end: End | None, events: int) -> None:
        """Wait for ``events``; without an end, the kernel knows about the descriptor."""
        if end is None or end.is_outside:
            self.outside.add(fd, events)
        if end is None:
            self._others.add(fd)
        else:
            self._wanted[fd] = end, events
            end.enter(self, fd)
            self.note(fd)

    def change(self, fd: int, events: int) -> None:
        """Wait for other events."""
        found = self._wanted.get(fd)
        if found is None or found[0].is_outside:
            self.outside.change(fd, events)
        if found is not None:
            self._wanted[fd] = found[0], events
            self.note(fd)

    def remove(self, fd: int) -> None:
        """Wait for it no longer."""
        found = self._wanted.pop(fd, None)
        self._others.discard(fd)
        if found is None or found[0].is_outside:
            self.outside.remove(fd)
        if found is not None:
            found[0].forget(self, fd)
            self._line.pop(fd, None)

    def clear(self) -> None:
        """Wait for nothing in memory."""
        for fd in [*self._wanted]:
            self._wanted.pop(fd)[0].forget(self, fd)
        self._line.clear()

    def wants(self, fd: int, event: int) -> bool:
        """Tell whether it waits for ``event`` there."""
        return bool(self._wanted[fd][1] & event)

    def take_outside(self, fd: int) -> None:
        """Ask the kernel about this one, too."""
        self.outside.add(fd, self._wanted[fd][1])

    def take_inside(self, fd: int) -> None:
        """Do not ask the kernel about this one."""
        self.outside.remove(fd)

    def note(self, fd: int) -> None:
        """Put one in the line if it is ready, and wake who waits here."""
        if self._ready(fd):
            self._line.setdefault(fd)
            if self.seat is not None:
                self.baton.wake(self.seat)

    def collect(self) -> list[tuple[int, int]]:
        """Return descriptors that are ready, and for what."""
        found = []
        for fd in [*self._line]:
            del self._line[fd]
            if mask := self._ready(fd):
                found.append((fd, mask))
                end, events = self._wanted[fd]
                if events & ONCE:
                    self._wanted[fd] = end, 0
                elif not events & EDGE:
                    self._line[fd] = None
        return [*found, *self.outside.ask(0)] if len(self.outside) else found

    def _ready(self, fd: int) -> int:
        end, events = self._wanted[fd]
        return end.events() & (events | ERROR | HANGUP) if events else 0
