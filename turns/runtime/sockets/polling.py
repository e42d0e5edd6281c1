"""What stands for the functions with which a program itself waits for sockets."""

import select
from collections.abc import Iterable
from typing import Any, Self

from turns.runtime import context
from turns.runtime.network.ends import READ, WRITE, Watch
from turns.runtime.network.network import Network
from turns.runtime.sockets import outside

PATIENCE = 0.002
"""Seconds of real time that something from outside may take when nothing else is ready."""

_ENOUGH = 10_000
"""How often a program may look for something on its sockets, one time after the other in vain."""

_real_select = select.select
_SECOND, _MILLISECOND = 1.0, 0.001


def wait(watch: Watch, seconds: float | None) -> list[tuple[int, int]]:
    """Return what is ready, after at most so many seconds: of real time if all is outside."""
    baton = watch.baton
    baton.pause()
    found = watch.collect()
    if found or seconds == 0:
        return found
    if len(watch.outside) and (found := watch.outside.ask(PATIENCE if len(watch) else seconds)):
        return found
    if len(watch.outside) and not len(watch):
        return found
    watch.seat = baton.current
    try:
        baton.wait(seconds)
        found = watch.collect()
        _count(found)
    finally:
        watch.seat = None
    return found


def _count(found: list[tuple[int, int]]) -> None:
    """Stop a server that has looked for clients in vain so often that none will come."""
    running = context.current
    if running is not None:
        inside = running.network
        inside.looks = 0 if found else inside.looks + 1
        if inside.looks > _ENOUGH and (awaited := inside.awaited()):
            running.stop("network", f"stopped: it waits for {awaited}")


def network() -> Network:
    """Return that of the program that is being watched."""
    if context.current is None:
        raise RuntimeError("no program is being watched")
    return context.current.network


def descriptor(thing: Any) -> int:
    """Return the descriptor of a file, or the number that is one."""
    if not isinstance(thing, int) and not hasattr(thing, "fileno"):
        raise TypeError("argument must be an int, or have a fileno() method.")
    number = int(thing if isinstance(thing, int) else thing.fileno())
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


class Poll:
    """``select.poll()``."""

    def __new__(cls) -> Any:
        """Make a real one where no program is watched."""
        return super().__new__(cls) if context.current else outside.poll()

    def __init__(self) -> None:
        """Wait for nothing."""
        self._network = network()
        self._watch = Watch(self._network.baton, outside.ByPoll(outside.poll, _MILLISECOND))
        self._order: dict[int, None] = {}

    def register(self, fd: Any, eventmask: int = 7, /) -> None:
        """Wait for a descriptor."""
        number = descriptor(fd)
        if number in self._order:
            self._watch.change(number, eventmask)
        else:
            self._watch.add(number, self._network.find(number), eventmask)
            self._order[number] = None

    def modify(self, fd: Any, eventmask: int, /) -> None:
        """Wait for something else."""
        if descriptor(fd) not in self._order:
            raise outside.not_registered()
        self._watch.change(descriptor(fd), eventmask)

    def unregister(self, fd: Any, /) -> None:
        """Wait for it no longer."""
        del self._order[descriptor(fd)]
        self._watch.remove(descriptor(fd))

    def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]:
        """Return what is ready, in the order of registration, after at most ``timeout`` ms."""
        seconds = None if timeout is None or timeout < 0 else timeout * _MILLISECOND
        places = {fd: number for number, fd in enumerate(self._order)}
        return sorted(wait(self._watch, seconds), key=lambda found: places[found[0]])


class Epoll:
    """``select.epoll()``."""

    def __new__(cls, *args: Any, **options: Any) -> Any:
        """Make a real one where no program is watched."""
        return super().__new__(cls) if context.current else outside.epoll(*args, **options)

    def __init__(self, sizehint: int = -1, flags: int = 0) -> None:
        """Wait for nothing."""
        self._network = network()
        # It has a descriptor, as programs expect.
        self._real = outside.epoll(sizehint, flags)
        self._outside = outside.ByPoll(lambda: self._real, _SECOND)
        self._watch = Watch(self._network.baton, self._outside)
        self._known: set[int] = set()

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return bool(self._real.closed)

    def fileno(self) -> int:
        """Return its descriptor."""
        return int(self._real.fileno())

    def close(self) -> None:
        """Wait for nothing any more."""
        self._watch.clear()
        self._real.close()

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it."""
        self.close()

    def register(self, fd: Any, eventmask: int = 7) -> None:
        """Wait for a descriptor."""
        self.fileno()
        number = descriptor(fd)
        if self._watch.has(number):
            raise FileExistsError(17, "File exists")
        self._watch.add(number, self._network.find(number), eventmask)

    def modify(self, fd: Any, eventmask: int) -> None:
        """Wait for something else."""
        self.fileno()
        self._watch.change(descriptor(fd), eventmask)

    def unregister(self, fd: Any) -> None:
        """Wait for it no longer."""
        number = descriptor(fd)
        if not self._watch.has(number):
            self._real.unregister(number)
        self._watch.remove(number)

    def poll(self, timeout: float | None = None, maxevents: int = -1) -> list[tuple[int, int]]:
        """Return what is ready, after at most ``timeout`` seconds."""
        self.fileno()
        return wait(self._watch, None if timeout is None or timeout < 0 else timeout)[
            : maxevents if maxevents > 0 else None
        ]


def select_select(
    rlist: Iterable[Any],
    wlist: Iterable[Any],
    xlist: Iterable[Any],
    timeout: float | None = None,
    /,
) -> tuple[list[Any], list[Any], list[Any]]:
    """``select.select()``."""
    reading, writing, special = [*rlist], [*wlist], [*xlist]
    if context.current is None:
        return _real_select(reading, writing, special, timeout)
    inside = network()
    wanted: dict[int, int] = {}
    for things, event in ((reading, READ), (writing, WRITE), (special, 0)):
        for thing in things:
            number = descriptor(thing)
            wanted[number] = wanted.get(number, 0) | event
    if wanted and all(inside.find(fd) is None for fd in wanted):
        return _real_select(reading, writing, special, timeout)
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    asked = outside.BySelector(outside.RealSelector)
    watch = Watch(inside.baton, asked)
    try:
        for fd, events in wanted.items():
            if events:
                watch.add(fd, inside.find(fd), events)
        found = dict(wait(watch, timeout))
    finally:
        watch.clear()
        asked.close()
    return (
        [thing for thing in reading if found.get(descriptor(thing), 0) & ~WRITE],
        [thing for thing in writing if found.get(descriptor(thing), 0) & ~READ],
        [],
    )
