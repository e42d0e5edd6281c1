"""One run on the way through all traces: it follows a path, goes on, and notes what turns did."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any, NoReturn

from turns.exploring.program import Kind, now
from turns.exploring.strategies import Fifo
from turns.exploring.traces.access import Access, Accesses, Deed, strange
from turns.exploring.traces.order import Event
from turns.exploring.traces.places import UnfitError
from turns.exploring.traces.reach import Knowledge
from turns.runtime import context
from turns.runtime.clock import RESOLUTION
from turns.runtime.keys import Actor, Turn
from turns.runtime.limits import Stop
from turns.runtime.observer import CurrentSeat
from turns.runtime.output import Stream
from turns.runtime.problem import Problem
from turns.runtime.run import ChoicePoint, Run
from turns.runtime.threads import Seat


@dataclass
class Node:
    """A moment before a turn, on the path that is being searched. Turns are told by their keys."""

    options: tuple[int, ...]
    """Who can be next."""
    chosen: int
    asleep: dict[int, Deed]
    """Who need not be next: all that begins so has been searched elsewhere. With what it did."""
    todo: list[int] = field(default_factory=list)
    """Who has to be next as well."""
    done: dict[int, Deed] = field(default_factory=dict)
    """Who was, and what it did."""


@dataclass(frozen=True)
class _Open:
    """A turn that has begun; the first four as in `Event`."""

    key: int
    parent: int
    task: int | None
    access: Access
    names: int
    """How many tasks had been named after their number."""


class Tracer(Fifo):
    """Chooses what the path says, then the first that does not sleep; adds to the path."""

    def __init__(self, path: list[Node], program: Knowledge, kind: Kind, until: float) -> None:
        """Follow ``path``; ``program`` is for `turns.exploring.traces.access`."""
        super().__init__(kind)
        self.events: list[Event] = []
        self.cut = ""
        """Why nothing can be said of this program."""
        self.blocked = False
        """All that could be next slept: this run leads nowhere new."""
        self.tasks_left = False
        """Tasks had not ended when the loop did."""
        self._path = path
        self._known = len(path)
        self._program = program
        self._until = until
        self._accesses: Accesses | None = None
        self._numbers: dict[int, int] = {0: -1}
        """By the number of a turn, that of its event."""
        self._asleep: dict[int, Deed] = {}
        self._sleeping: dict[int, Access] = {}
        """What those that sleep would touch, while a turn runs."""
        self._handles: dict[int, Any] = {}
        """Who can be next, while there is a choice."""
        self._before: frozenset[int] = frozenset()
        """Who could have been next at the last turn."""
        self._open: _Open | None = None
        """The turn that runs."""
        self._instant = 0
        self._now = 0.0
        """What the clock said at the end of the last turn."""

    # -- The strategy ------------------------------------------------------------------------------

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        if point.loop is None or len(point.handles) < len(point.options):
            self._give_up("threads")
        keys = [option.key for option in point.options]
        if len(set(keys)) < len(keys):
            self._give_up("two callbacks that cannot be told apart")
        self._handles = dict(zip(keys, point.handles, strict=True))
        at = len(self.events)
        if at < self._known:
            node = self._path[at]
            if node.options != tuple(keys):
                self._give_up("the program went another way than before")
            return keys.index(node.chosen)
        awake = [index for index, key in enumerate(keys) if key not in self._asleep]
        if not awake:
            self._block()
        return awake[0]

    # -- The observer ------------------------------------------------------------------------------

    def begin(self, loop: Any, turn: Turn, handle: Any) -> None:
        """A turn begins."""
        try:
            self._begin(_running(), loop, turn, handle)
        except UnfitError as reason:
            self._give_up(str(reason))
        except Exception as error:  # noqa: BLE001 (not into the program)
            self._fail(error)

    def finish(self, loop: Any) -> None:
        """The turn that began last is over, if there was one; also called when the loop ends."""
        try:
            if self._open is not None and self._accesses is not None:
                self._finish(_running(), loop, self._accesses, self._open)
        except Exception as error:  # noqa: BLE001 (not into the program)
            self._fail(error)
        if not loop.is_running():
            self._accesses = None

    def _begin(self, running: Run, loop: Any, turn: Turn, handle: Any) -> None:
        if self._accesses is None:
            self._accesses = Accesses(running, self._program)
        handles, self._handles = self._handles or {turn.key: handle}, {}
        if now() > self._until:
            self._give_up("out of time")
        if len(running.baton.seats) > 1:
            self._give_up("threads")
        if running.partial:
            self._give_up("a line that is printed bit by bit")
        if reason := strange(loop):
            self._give_up(reason)
        self._tell_time(turn.n, handles)
        at = len(self.events)
        if at < self._known:
            node = self._path[at]
            if node.chosen != turn.key or node.options != tuple(handles):
                self._give_up("the program went another way than before")
        else:
            if turn.key in self._asleep:
                self._block()
            node = Node(tuple(handles), turn.key, self._asleep)
            self._path.append(node)
        if at >= self._known - 1:
            self._asleep = {**node.asleep, **node.done}
            self._sleeping = {
                key: self._accesses.look(handles[key])
                for key in self._asleep
                if key in handles and key != turn.key
            }
        self._before = frozenset(handles)
        handles.clear()
        access = self._accesses.look(handle)
        task = turn.owner if turn.task is not None else None
        parent = self._numbers.get(turn.parent, -1)
        self._open = _Open(turn.key, parent, task, access, running.names)
        self._numbers[turn.n] = at

    def _tell_time(self, turn: int, handles: dict[int, Any]) -> None:
        """Find out whether time has moved on, and whether that is why somebody can be next."""
        if not self.events or self.events[-1].deed.ends_loop:
            return
        new = [handle for key, handle in handles.items() if key not in self._before]
        late = [one for one in new if not self.clock and self._is_late(one)]
        if len(late) == len(handles):
            self._instant += 1
        elif late or any(handle.parent != turn - 1 for handle in new):
            self._give_up("timers that are due at nearly the same time")

    def _is_late(self, handle: Any) -> bool:
        """Tell whether this is a timer that was not due when the last turn ended."""
        timer = isinstance(handle, asyncio.TimerHandle)
        return timer and bool(handle._when >= self._now + RESOLUTION)

    def _finish(self, running: Run, loop: Any, accesses: Accesses, turn: _Open) -> None:
        self._open = None
        self._now = running.clock.now
        access = turn.access
        ends = access.places is None or loop._stopping or not loop.is_running()
        deed = Deed(ends, running.names > turn.names)
        self.events.append(Event(turn.key, turn.parent, turn.task, self._instant, access, deed))
        self._asleep = {
            other: self._asleep[other]
            for other, theirs in self._sleeping.items()
            if not (deed.meets(self._asleep[other]) or access.meets(theirs))
        }
        self._sleeping = {}
        self.tasks_left = any(not one.done() for one in running.tasks)
        reason = accesses.finish()
        if ends:  # all before comes before all after: nothing need be told apart from before
            self._accesses = None
        if reason and running.problem is None:
            self._give_up(reason)

    def attach(self, filename: str, code: CodeType, current: CurrentSeat) -> None:
        """Ignore that a run begins."""

    def found(self, _code: CodeType) -> None:
        """Take no note of it: tests are not searched."""

    def close(self) -> None:
        """The run is over."""

    def created(self, task: Any, coro: Any = None) -> None:
        """Ignore that a task was made."""

    def scheduled(self, handle: Any, frame: FrameType) -> None:
        """Ignore that a callback was scheduled."""

    def cancelled(self, task: Any, frame: FrameType) -> None:
        """Ignore who cancels a task."""

    def job(self, name: str, seat: Seat, by: int) -> AbstractContextManager[None]:  # noqa: ARG002
        """A thread is asked for something: then nothing can be said."""
        self.cut = self.cut or "threads"
        return nullcontext()

    def wrote(
        self, actor: Actor, seat: Seat | None, time: float, stream: Stream, text: str
    ) -> None:
        """Ignore what is written: lines are read when the run is over."""

    # -- Ending the run ----------------------------------------------------------------------------

    def _block(self) -> NoReturn:
        self.blocked = True
        self._abandon()

    def _give_up(self, reason: str) -> NoReturn:
        self.cut = self.cut or reason
        self._abandon()

    def _fail(self, error: Exception) -> NoReturn:
        self.error = self.error or error  # the watched run only says that it was abandoned
        self._abandon()

    def _abandon(self) -> NoReturn:
        running = _running()
        running.problem = running.problem or Problem("abandoned", "the strategy ended the program")
        # What dies now still belongs to this run, and prints nothing any more.
        self._accesses, self._handles = None, {}
        raise Stop


def _running() -> Run:
    running = context.current
    assert running is not None  # noqa: S101 (we are called by a run)
    return running


def disabled(path: Sequence[Node], *, to_the_end: bool) -> list[tuple[int, int]]:
    """Return who could have been next and then was no longer, each with the turn that did it.

    At the end of a run, that is everybody who is left; a run that was broken off has no end.
    """
    following: list[tuple[int, ...]] = [node.options for node in path[1:]]
    if to_the_end:
        following.append(())
    return [
        (at, key)
        for at, (node, then) in enumerate(zip(path, following, strict=False))
        for key in node.options
        if key != node.chosen and key not in then
    ]
