"""Threads beside the loop, one at a time, in virtual time.

A watched program has real threads, but only the one that holds the baton runs. It runs until it
blocks, sleeps or ends; then the thread that has been ready longest goes on. Time moves only when
every thread waits. So `concurrent.futures`, `asyncio.to_thread` and a second loop in a second
thread need no stand-in: only the functions with which a thread blocks are replaced (`blocking`).
"""

import heapq
import itertools
import threading
from collections import deque
from collections.abc import Sequence
from typing import Protocol

from turns.runtime import switching
from turns.runtime.clock import RESOLUTION, Clock, rounded
from turns.runtime.keys import ROOT, Actor, key_of
from turns.runtime.options import Option


class Seat:
    """A thread as the baton knows it: running, ready, or waiting."""

    def __init__(self, actor: Actor, name: str) -> None:
        """Seat a thread that does not hold the baton; ``actor`` is who acts in it."""
        self.actor = self.thread = actor
        self.name = name
        self.ident = threading.get_ident()
        self.pid: int | None = None
        """What ``os.getpid()`` says here, in a simulated process."""
        self.turn = switching.current.turn()
        self.waiting = False
        self.woken = False
        self.alarm: int | None = None
        self.ended = False
        self.of_asyncio = False
        """Whether asyncio started it for its own purposes."""
        self.steps = 0


class Mode(Protocol):
    """Which schedules there are (`turns.runtime.run.Strategy`)."""

    clock: bool
    """Sleeping threads may wake early."""


class Director(Protocol):
    """Decides what the baton does not (`turns.runtime.run.Run`)."""

    @property
    def strategy(self) -> Mode | None:
        """None: threads go on in the order in which they became ready."""

    def choose(self, options: Sequence[Option]) -> int:
        """Return the index of the thread that goes on."""

    def check(self) -> None:
        """End the calling thread by raising, if the program is over."""

    def idle(self) -> bool:
        """Try to wake somebody when nobody can run and no alarm is set; say if that helped."""

    def deadlock(self) -> None:
        """Take note that nobody can ever run; the main thread then goes on."""


class Baton:
    """Decides which thread runs. The thread that makes it holds it first."""

    def __init__(self, clock: Clock, director: Director) -> None:
        """Let threads wait on ``clock``."""
        self.clock = clock
        self._director = director
        self.main = self.current = Seat(Actor(ROOT, 0), "MainThread")
        self.seats = [self.main]
        self.ready: deque[Seat] = deque()
        self._alarms: list[tuple[float, int, Seat]] = []
        self._numbers = itertools.count()

    def wait(self, seconds: float | None = None) -> bool:
        """Let others run until this thread is woken; False if ``seconds`` went by first."""
        seat = self.current
        seat.waiting, seat.woken = True, False
        if seconds is not None:
            seat.alarm = next(self._numbers)
            when = rounded(self.clock.now + max(0.0, seconds))
            heapq.heappush(self._alarms, (when, seat.alarm, seat))
        self._hand_over(seat)
        return seat.woken

    def pause(self) -> None:
        """Let the threads that are ready now run first."""
        if self.ready:
            self.ready.append(self.current)
            self._hand_over(self.current)

    def give_way(self, seat: Seat, when: float) -> None:
        """Let a thread run that is ready or sleeps until ``when``; the caller is ready next."""
        self._rouse(seat, when)
        self.ready.appendleft(self.current)
        self._hand_over(self.current, seat)

    def alarms(self) -> list[tuple[float, Seat]]:
        """Return the threads that sleep, and until when, by deadline."""
        alarms = sorted(alarm for alarm in self._alarms if alarm[2].alarm == alarm[1])
        return [(when, seat) for when, _, seat in alarms]

    def next_alarm(self) -> tuple[float, int] | None:
        """Return when the next thread wakes, and the number of its alarm."""
        while self._alarms and self._alarms[0][2].alarm != self._alarms[0][1]:
            heapq.heappop(self._alarms)
        return self._alarms[0][:2] if self._alarms else None

    def rouse(self) -> bool:
        """Make the threads ready whose time has come while others ran; say if there were any.

        It has come, too, if it is as good as now: nobody waits for the rest of it.
        """
        found = False
        while (alarm := self.next_alarm()) is not None and alarm[0] < self.clock.now + RESOLUTION:
            self.clock.move_to(alarm[0])
            _, _, seat = heapq.heappop(self._alarms)
            seat.waiting, seat.alarm = False, None
            self.ready.append(seat)
            found = True
        return found

    def wake(self, seat: Seat) -> None:
        """Make a waiting thread ready."""
        if seat.waiting:
            seat.waiting, seat.woken, seat.alarm = False, True, None
            self.ready.append(seat)

    def start(self, seat: Seat) -> None:
        """Let a new thread run at once, and go on when it blocks; a strategy may let it wait."""
        self.seats.append(seat)
        strategy = self._director.strategy
        if strategy is not None and strategy.clock:
            options = [self.option(seat), self.option(self.current)]
            if self._director.choose(options) == 1:
                self.ready.append(seat)
                return
        self.ready.append(self.current)
        self._hand_over(self.current, seat)

    def end(self) -> None:
        """Give the baton away for good; the calling thread ends."""
        self.current.ended = True
        self.seats.remove(self.current)
        self._hand_over(None)

    def interrupt(self, seat: Seat) -> None:
        """Let a thread that waits or is ready meet its end, now; then come back."""
        if seat in self.ready:
            self.ready.remove(seat)
        seat.waiting, seat.alarm = False, None
        self.ready.appendleft(self.current)
        self._hand_over(self.current, seat)

    def option(self, seat: Seat, *, when: float = 0.0, early: bool = False) -> Option:
        """Describe the going on of a thread to a strategy."""
        thread = seat.thread
        return Option(
            key_of(thread.key, "step", seat.steps),
            *(thread.key, "thread", seat.name, seat.actor.n, when, early),
        )

    def _hand_over(self, seat: Seat | None, following: Seat | None = None) -> None:
        following = following or self._next()
        if following is not seat:
            following.steps += 1
            self.current = following
            following.turn.release()
            if seat is None:
                return
            seat.turn.acquire()
        self._director.check()

    def _next(self) -> Seat:
        if (strategy := self._director.strategy) is not None:
            return self._choose(strategy)
        while not self.ready:
            if self._alarms:
                when, number, seat = heapq.heappop(self._alarms)
                if seat.alarm == number:
                    self.clock.move_to(when)
                    seat.waiting, seat.alarm = False, None
                    return seat
            elif not self._director.idle():
                self._director.deadlock()
                return self._main()
        return self.ready.popleft()

    def _main(self) -> Seat:
        """Let the main thread go on, whatever it waits for: the program is over."""
        if self.main in self.ready:
            self.ready.remove(self.main)
        self.main.waiting, self.main.alarm = False, None
        return self.main

    def _choose(self, strategy: Mode) -> Seat:
        alarms = self.alarms()
        while not self.ready and not alarms:
            if not self._director.idle():
                self._director.deadlock()
                return self._main()
        seats = list(self.ready)
        options = [self.option(seat) for seat in seats]
        due = self.clock.now if self.ready else alarms[0][0] + RESOLUTION
        for when, seat in alarms:
            if when <= due or strategy.clock:
                seats.append(seat)
                options.append(self.option(seat, when=when, early=when > due))
        try:
            index = self._director.choose(options)
        except BaseException:
            if self.current is self.main:
                raise
            return self._main()  # a thread that ends here would take the baton with it
        self._rouse(seats[index], options[index].when)
        return seats[index]

    def _rouse(self, seat: Seat, when: float) -> None:
        if seat.alarm is None:
            self.ready.remove(seat)
        else:
            self.clock.move_to(when)
            seat.waiting, seat.alarm = False, None
