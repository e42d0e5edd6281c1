"""The ready queue, with somebody who may choose from it."""

import asyncio
import heapq
import math
import sys
from collections import deque
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from turns.runtime.clock import RESOLUTION
from turns.runtime.handles import SIGNED, Stranger, Task, describe, identify
from turns.runtime.keys import Turn
from turns.runtime.options import Option
from turns.runtime.run import Run, Strategy, callers
from turns.runtime.threads import Baton, Seat


class ReadyQueue(deque[Any]):
    """asyncio's deque of handles; each that is taken is a turn, and may be chosen.

    A choice is between the ready handles (timers among them only in the order of their deadlines)
    and, for a strategy that lets time pass at will, all pending timers.
    """

    def __init__(self, loop: "asyncio.BaseEventLoop", running: Run) -> None:
        """Make an empty queue for ``loop``."""
        super().__init__()
        self._loop: Any = loop
        self._running = running
        self._batch: set[int] = set()
        """The ids of those that were ready when this pass began, and have not run since. It is over
        when there are none, whoever else has run meanwhile."""
        self._begun = False
        """The loop has begun a pass since it was told to run."""

    def append(self, handle: Any) -> None:
        """Add a handle; asyncio adds them in no other way. One without a signature gets one."""
        if type(handle) not in _SIGNED and not isinstance(handle, _SIGNED):
            handle = Stranger(handle)
        super().append(handle)

    def popleft(self) -> Any:
        """Take the next handle; asyncio runs it if it is not cancelled."""
        running = self._running
        if running.observer is not None:
            running.observer.finish(self._loop)
        running.computing.end(self._loop)
        running.check()
        strategy = running.strategy
        handle = super().popleft() if strategy is None else self._turn(strategy)
        if not handle._cancelled:
            self._begin(handle)
        return handle

    def begin(self) -> None:
        """Take note that the loop is told to run."""
        self._begun = False

    @property
    def has_batch(self) -> bool:
        """Say whether this pass is not over."""
        return bool(self._batch)

    def in_batch(self, handle: Any) -> bool:
        """Say whether it was ready when this pass began."""
        return id(handle) in self._batch

    def _turn(self, strategy: Strategy) -> Any:
        if not self._batch:
            if self._begun and self._loop._stopping and self._loop.is_asked_to_stop:
                return _NOBODY  # that was the last pass
            self._batch = set(map(id, self))
            self._begun = True
        handle = self._choose(strategy)
        self._batch.discard(id(handle))
        return handle

    def _begin(self, handle: Any) -> None:
        running = self._running
        if hasattr(handle, "_when"):
            # One that is due together with another fires with it: then its time has come, too.
            running.clock.move_to(self._loop.due(handle))
        n = running.next_turn()
        key, owner, task = identify(handle)
        if task is None:
            handle.runs += 1
            name = None
        else:
            name = task.get_name()
            if isinstance(task, Task):
                task.steps += 1
        turn = Turn(key, n, handle.parent, owner, name, *describe(handle), running.clock.now)
        running.baton.current.actor = turn
        if running.history is not None:
            running.history.append(turn)
        running.computing.begin(self._loop, n)
        if running.observer is not None:  # the last: it may trace what is called from now on
            running.observer.begin(self._loop, turn, handle)

    def _choose(self, strategy: Strategy) -> Any:
        running = self._running
        if not running.turns and not running.first_callers:
            running.first_callers = callers(sys._getframe(), running.filename)
        if self._loop._stopping and not self._loop.is_asked_to_stop:
            # What it was run for is complete. Were the rest of this pass to run after all, the
            # length of passes would be a part of every program's state. Whoever is left could have
            # been chosen before.
            return _NOBODY
        baton = running.baton
        while True:
            for index, handle in enumerate(self):
                if handle._cancelled:
                    del self[index]
                    return handle
            candidates = self._candidates(strategy)
            if not candidates:
                return _NOBODY
            handles = [handle for handle, _, _ in candidates]
            if baton.ready or (strategy.clock and len(baton.seats) > 1):
                candidates += [(seat, 0.0, False) for seat in baton.ready]
                if strategy.clock:
                    candidates += [(seat, when, True) for when, seat in baton.alarms()]
            options = Options(baton, candidates)
            index = running.choose(options, self._loop, handles)
            chosen, when, _ = candidates[index]
            if not isinstance(chosen, Seat):
                return self._take(chosen)
            baton.give_way(chosen, when)

    def _take(self, chosen: Any) -> Any:
        for index, handle in enumerate(self):
            if handle is chosen:
                del self[index]
                return chosen
        timers = self._loop._scheduled
        for index, handle in enumerate(timers):
            if handle is chosen:
                timers[index] = timers[-1]
                timers.pop()
                heapq.heapify(timers)
                break
        chosen._scheduled = False
        self._running.clock.move_to(self._loop.due(chosen))
        return chosen

    def _candidates(self, strategy: Strategy) -> "list[_Candidate]":
        """Return the handles that may run next; the first is asyncio's choice.

        When the program has asked the loop to stop, what was ready at the beginning of this pass
        still runs, as the documentation of `loop.stop` promises, and nothing else.
        """
        if self._loop._stopping:
            found = self._runnable([*filter(self.in_batch, self)], [], strategy.clock)
        else:
            found = self._runnable([*self], self._loop._scheduled, strategy.clock)
        if strategy.documented:
            later = [handle for handle in self if handle.registered][1:]
            found = [one for one in found if one[0] not in later]
        return found

    def _runnable(
        self, ready: list[Any], scheduled: list[Any], any_timer: bool
    ) -> "list[_Candidate]":
        timers = [handle for handle in ready if isinstance(handle, asyncio.TimerHandle)]
        if not scheduled and not timers:
            return [(handle, 0.0, False) for handle in ready]
        pending = sorted(one for one in scheduled if not one._cancelled and one._when < math.inf)
        offset = self._loop.offset()
        now = self._running.clock.now - offset
        due = [timer for timer in pending if timer._when < now + RESOLUTION]
        first = min((timer._when for timer in (*timers, *due)), default=now)
        found = []
        for handle in (*ready, *pending):
            timer = isinstance(handle, asyncio.TimerHandle)
            when = handle._when if timer else 0.0
            early = timer and (when >= first + RESOLUTION or when >= now + RESOLUTION)
            if not early or any_timer:
                found.append((handle, when + offset if timer else when, early))
        return found


_SIGNED = tuple(SIGNED.values())
_NOBODY = SimpleNamespace(_cancelled=True)  # asyncio passes over it
_Candidate = tuple[Any, float, bool]
"""A handle or a thread's seat, its deadline, and whether its time has not come."""


class Options(Sequence[Option]):
    """The candidates as a strategy sees them; described when it looks, which it often does not."""

    def __init__(self, baton: Baton, candidates: list[_Candidate]) -> None:
        """Describe ``candidates``; ``baton`` describes the threads among them."""
        self._baton = baton
        self.candidates = candidates
        """Their handles or seats come first."""

    def __len__(self) -> int:
        """Count them."""
        return len(self.candidates)

    def __getitem__(self, index: Any) -> Any:
        """Describe one."""
        who, when, early = self.candidates[index]
        if isinstance(who, Seat):
            return self._baton.option(who, when=when, early=early)
        key, owner, task = identify(who)
        label = task.get_name() if task else describe(who)[0]
        kind = "timer" if isinstance(who, asyncio.TimerHandle) else "ready"
        return Option(key, owner, kind, label, who.parent, when, early)
