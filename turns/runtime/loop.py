"""asyncio's own loop on a virtual clock: scheduling is inherited, only waiting is not."""

import asyncio
import contextlib
import math
import selectors
import socket
import sys
import threading
import time
from collections.abc import Mapping
from functools import partial
from types import FunctionType
from typing import Any

from turns.runtime import context, polling, refusing, switching
from turns.runtime.clock import RESOLUTION, Clock, rounded
from turns.runtime.lookups import Lookups
from turns.runtime.ready import ReadyQueue
from turns.runtime.sets import Set
from turns.runtime.sockets.polling import PATIENCE
from turns.runtime.sockets.selector import Selector
from turns.runtime.threads import Baton, Seat

NETWORK_IDLE = 0.5
"""Seconds of real time after which nothing is expected from the network any more."""
_real_now = time.monotonic


class VirtualSelector(selectors.BaseSelector):
    """Lets time and the other threads go on instead of waiting; sockets come first."""

    def __init__(self, real: selectors.BaseSelector, baton: Baton | None) -> None:
        """Poll ``real``; wait on ``baton``, or without one let only time pass.

        With a baton, ``real`` is a `turns.runtime.sockets.selector.Selector`.
        """
        self.loop: _Virtual | None = None
        self.passes = 0
        """How many the loop has begun: in each it asks once what has happened."""
        self._real = real
        self._baton = baton
        self.seat: Seat | None = None
        """The thread that waits here."""
        self._followed: float | None = None
        """When, in reality, the clock was last made to follow the real one."""

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """Watch a socket."""
        return self._real.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        """Watch it no longer."""
        return self._real.unregister(fileobj)

    def modify(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """Watch it for something else."""
        return self._real.modify(fileobj, events, data)

    def get_key(self, fileobj: Any) -> selectors.SelectorKey:
        """Return what was registered."""
        return self._real.get_key(fileobj)

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        """Return all that is registered."""
        return self._real.get_map() or {}

    def close(self) -> None:
        """Close the real one."""
        self._real.close()

    def _collect(self) -> list[tuple[selectors.SelectorKey, int]]:
        return self._real.collect() if isinstance(self._real, Selector) else []

    @property
    def asks_outside(self) -> bool:
        """Whether it waits for something that only the kernel knows."""
        return isinstance(self._real, Selector) and self._real.asks_outside

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what happened on sockets, after at most ``timeout`` seconds of virtual time."""
        self.passes += 1
        baton = self._baton
        if baton is None:
            return self._select_alone(timeout)
        running = context.current
        if running is not None:
            running.check()
            if running.observer is not None:
                running.observer.finish(self.loop)
            running.computing.end(self.loop)
            if timeout is not None and timeout < RESOLUTION:
                polling.begin_pass(running)
        baton.pause()
        if self.loop is not None:
            self.loop.lookups.answer()
        events = self._collect()
        if events or timeout == 0:
            return events
        real = self._real if isinstance(self._real, Selector) else None
        if real is not None and real.asks_outside and (events := real.ask(PATIENCE)):
            return events
        self.seat = baton.current
        if real is not None:
            real.watch.seat = self.seat
        baton.wait(None if self._waits_for_ever() else timeout)
        self.seat = None
        if real is not None:
            real.watch.seat = None
        return self._collect()

    def _waits_for_ever(self) -> bool:
        """Tell whether the next timer never comes; asyncio would look again after a day."""
        timers: list[Any] = getattr(self.loop, "_scheduled", [])
        return bool(timers) and timers[0]._when == math.inf

    def _select_alone(self, timeout: float | None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait in a program that nobody watches, where other threads run in real time.

        As long as there are any, time is real here, too: whatever they are about to do to this loop
        is done in time.
        """
        loop = self.loop
        if timeout and self._waits_for_ever():
            timeout = None
        if loop is None or timeout is None or threading.active_count() > 1:
            self._follow()
            events = self._real.select(timeout)
            self._follow()
            return events
        self._followed = None
        events = self._real.select(0)
        if timeout < RESOLUTION:
            timer = polling.next_timer(loop)
            loop.clock.begin_pass(timer and timer._when)
        if not events:
            loop.clock.move_to(loop.clock.now + timeout)
        return events

    def _follow(self) -> None:
        """Let as much time pass as really did since this was called last."""
        now = _real_now()
        if self._followed is not None and self.loop is not None:
            self.loop.clock.move_to(self.loop.clock.now + now - self._followed)
        self._followed = now

    def wake(self) -> None:
        """Let the loop that waits here go on."""
        if self.seat is not None and self._baton is not None:
            self._baton.wake(self.seat)

    def poll(self) -> bool:
        """Wait a moment for the network, if a loop waits for it; say whether that helped."""
        real = self._real
        if self.seat is None or not isinstance(real, Selector) or not real.asks_outside:
            return False
        if not real.ask(NETWORK_IDLE):
            return False
        self.wake()
        return True


class _Virtual(asyncio.BaseEventLoop):
    """What is virtual about a loop, whatever it is based on."""

    clock: Clock
    lookups: Lookups
    is_asked_to_stop: bool
    """It stops not only because what it was run for is complete."""
    _is_asked: bool
    """It is us who want to know the time."""
    _selector: VirtualSelector

    def _attach(self) -> None:
        """Belong to the program that is being watched, or to none."""
        running = context.current
        self.clock = running.clock if running else Clock()
        self._clock_resolution = RESOLUTION
        self.is_asked_to_stop = self._is_asked = False
        self.lookups = Lookups()
        if running is not None:
            self._ready = ReadyQueue(self, running)
            # Their addresses would have them closed in another order in each run.
            self._asyncgens.data = Set()  # type: ignore[attr-defined]
            self._selector.loop = self
            running.selectors.append(self._selector)

    def time(self) -> float:
        """Return virtual seconds; where timers are numbered, asyncio may read them for free."""
        caller = sys._getframe(1).f_globals.get("__name__", "")
        running = context.current
        if running is None:
            return self.clock.read()
        is_free = self._is_asked or caller.startswith("asyncio.")
        return self.clock.now if is_free else polling.read(running)

    def offset(self) -> float:
        """Return how far the clock is ahead of the time that the loop tells.

        A loop of the program's own may tell another time. Like asyncio, which waits for what is
        left until the deadline, take that as seconds, whatever it is counted in.
        """
        if type(self).time is _Virtual.time and "time" not in vars(self):
            return 0.0
        self._is_asked = True
        try:
            return self.clock.now - self.time()
        finally:
            self._is_asked = False

    def due(self, timer: Any) -> float:
        """Return when a timer is due on the clock."""
        offset = self.offset()
        return rounded(timer._when + offset) if offset else float(timer._when)

    def _asyncgen_firstiter_hook(self, agen: Any) -> None:
        if context.current is not None:
            context.current.generators.add(agen)
        super()._asyncgen_firstiter_hook(agen)  # type: ignore[misc]

    def _add_callback(self, handle: Any) -> None:
        """Take note that what a socket is ready for came from outside."""
        if context.current is not None:
            handle.arrival = "io"
        super()._add_callback(handle)  # type: ignore[misc]

    def _add_callback_signalsafe(self, handle: Any) -> None:
        """Take note that a signal did."""
        super()._add_callback_signalsafe(handle)  # type: ignore[misc]
        if context.current is not None:
            handle.arrival = "signal"

    def stop(self) -> None:
        """Stop as asyncio does, and note whether the program asked for it."""
        if sys._getframe(1).f_code.co_name != "_run_until_complete_cb":
            self.is_asked_to_stop = True
        super().stop()

    def run_forever(self) -> None:
        """Run as asyncio does; what is made afterwards is made by whoever called this."""
        running = context.current
        if running is None:
            super().run_forever()
            return
        seat = running.baton.current
        actor = seat.actor
        ready = self._ready
        if isinstance(ready, ReadyQueue):
            ready.begin()
        try:
            super().run_forever()
            # Its last pass has had as many turns as there were callbacks at the beginning. Others
            # may have had some of these, and the rest is promised to run, too.
            while isinstance(ready, ReadyQueue) and self.is_asked_to_stop and ready.has_batch:
                self._stopping = True
                super().run_forever()
        finally:
            self.is_asked_to_stop = False
            if running.observer is not None:
                running.observer.finish(self)
            actor.n = seat.actor.n
            seat.actor = actor

    def run_until_complete(self, future: Any) -> Any:
        """Run as asyncio does, and note what comes of it for whoever compares states."""
        running = context.current
        if running is None or running.strategy is None:
            return super().run_until_complete(future)
        try:
            result = super().run_until_complete(future)
        except BaseException as error:
            running.returned.append((type(error), error.args))
            raise
        running.returned.append(result)
        return result

    def close(self) -> None:
        """Close, and let nobody wait for its sockets any more."""
        running = context.current
        if running is not None and self._selector in running.selectors:
            running.selectors.remove(self._selector)
        super().close()

    def abandon(self) -> None:
        """Close without asking the callbacks that are left; for a program that was stopped."""
        self._ready.clear()
        self._scheduled.clear()  # type: ignore[attr-defined]
        with contextlib.suppress(Exception):
            self.close()

    async def getaddrinfo(self, host: Any, port: Any, **options: Any) -> Any:
        """Look up as asyncio does, or without a thread where none can be started."""
        if context.current is None or switching.current.starts:
            return await super().getaddrinfo(host, port, **options)
        job = partial(socket.getaddrinfo, host, port, **options)
        return await self.lookups.look_up(job)

    async def subprocess_exec(self, *_args: Any, **_kwargs: Any) -> Any:
        """Refuse."""
        refusing.refuse("loop.subprocess_exec()", refusing.PROGRAM)

    async def subprocess_shell(self, *_args: Any, **_kwargs: Any) -> Any:
        """Refuse."""
        refusing.refuse("loop.subprocess_shell()", refusing.PROGRAM)


def _selector(real: selectors.BaseSelector | None) -> VirtualSelector:
    running = context.current
    if running is None:
        return VirtualSelector(real or selectors.DefaultSelector(), None)
    return VirtualSelector(Selector(running.network, real), running.baton)


class VirtualLoop(_Virtual, asyncio.SelectorEventLoop):
    """asyncio's selector loop."""

    def __init__(self, selector: selectors.BaseSelector | None = None) -> None:
        """Make a loop; ``selector`` polls the real sockets."""
        super().__init__(_selector(selector))
        self._selector.loop = self
        self._attach()

    def _write_to_self(self) -> None:
        super()._write_to_self()  # type: ignore[misc]
        if self._selector is not None:
            self._selector.wake()


def _rename(real: type) -> None:
    """Let the loop be called as what it stands for, where a program or a recording names it."""
    for name, value in vars(_Virtual).items():
        known = getattr(real, name, None)
        if isinstance(value, FunctionType) and isinstance(known, FunctionType):
            value.__qualname__ = known.__qualname__
    for name in ("__name__", "__qualname__", "__module__"):
        setattr(VirtualLoop, name, getattr(real, name))


_rename(asyncio.SelectorEventLoop)
