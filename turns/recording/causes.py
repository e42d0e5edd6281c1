"""Why each line of a run stands where it stands, as far as a recording tells.

That is how its turn came, and what that has to do with the turn of the line above.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from turns.recording.recording import (
    Recording,
    State,
    Stream,
    TaskState,
    Turn,
    Wait,
    WaitKind,
)


class How(StrEnum):
    """How a turn came to be in the ready queue."""

    BEGUN = "begun"
    """The program asked for it outside of turns, such as with `asyncio.run`."""
    MADE = "made"
    """It is the first step of a task."""
    YIELDED = "yielded"
    """The task itself went to the end of the queue."""
    WOKEN = "woken"
    """What the task waited for came."""
    DUE = "due"
    """Its time came."""
    ASKED = "asked"
    """It is a callback that was asked for, such as with `call_soon`."""
    THREAD = "thread"
    """A thread asked for it."""
    IO = "io"
    """Something came from the network."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How a turn came."""

    turn: int
    who: str
    """The task of which it is a step; else the callback."""
    is_callback: bool
    how: How
    by: str | None
    """Who made it ready: a task, a callback or a thread; None for the program outside of turns."""
    in_turn: int
    """The number of the turn that did; 0 outside of turns."""
    at: int | None
    """The line at which it did; None if that is not a line of the program's."""
    due: float | None
    """The time that came."""
    wait: Wait | None
    """What the task had waited for."""
    since: int | None
    """At which line."""
    behind: tuple[str, ...]
    """Who stood before it in the ready queue when it came there, first in first."""


class Relation(StrEnum):
    """What the turn of a line has to do with that of the line above."""

    FIRST = "first"
    """There is no line above."""
    SAME_TURN = "same turn"
    SAME_TASK = "same task"
    AFTER = "after"
    """Whoever printed the line above made it ready, directly or not, then or later."""
    LATER = "later"
    """It is due at a later time."""
    APART = "apart"
    """Nothing but the queue puts them in this order."""
    OUTSIDE = "outside"
    """One of them, or both, was printed outside of turns."""


@dataclass(frozen=True, slots=True)
class Place:
    """Why a line stands where it stands, in one run."""

    relation: Relation
    origin: Origin | None
    """Of the turn that printed it; None outside of turns."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can have a turn."""

    name: str
    """Of a task, or of a callback."""
    wakes: bool = False
    """Not that task itself, but a callback of asyncio's that lets it go on."""
    is_thread: bool = False


@dataclass(frozen=True, slots=True)
class Departure:
    """A decision against the queue."""

    turn: int
    """The number of the turn that is another one then."""
    usual: Party
    """Who has it in the normal run."""
    instead: Party | None
    """Who has it then; None if who would have had it is held back, for whoever else can run."""
    is_early: bool
    """That is a timer, the time of which has not come."""
    due: float | None
    """When its time comes, if it is a timer."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a line stands where it stands, and what promises that."""

    because: str
    """Its mark."""
    departs: str
    """``earlier`` or ``missing``: what becomes of it where it is not promised."""
    place: Place
    departure: Departure | None
    """Where the schedule that shows it departs first from the normal run."""
    departures: int
    """How often it does."""


@dataclass(frozen=True, slots=True)
class _Made:
    """How a turn was made ready."""

    how: How
    maker: Turn | None
    at: int | None
    due: float | None = None


class Causes:
    """Answers for one recording."""

    def __init__(self, recording: Recording) -> None:
        """Look at who is who."""
        self._turns = {turn.number: turn for turn in recording.turns}
        self._before: dict[int, TaskState] = {}
        """By the number of a turn, how the task's turn before has left it."""
        left: dict[str, TaskState] = {}
        for turn in recording.turns:
            if turn.task is None:
                continue
            if turn.task in left:
                self._before[turn.number] = left[turn.task]
            if turn.task in turn.tasks:
                left[turn.task] = turn.tasks[turn.task]
        self._lines = [*_lines(recording)]

    def places(self) -> Iterator[Place]:
        """Yield one for each line of standard output."""
        above: Turn | None = None
        for index, number in enumerate(self._lines):
            turn = self._turns.get(number)
            origin = self.origin(turn) if turn else None
            relation = self._relation(above, turn) if index else Relation.FIRST
            yield Place(relation, origin)
            above = turn

    def origin(self, turn: Turn) -> Origin:
        """Return how a turn came."""
        made = self._made_ready(turn)
        before, maker = self._before.get(turn.number), made.maker
        by = (maker.task or maker.callback) if maker else None
        return Origin(
            turn=turn.number,
            who=turn.task or turn.callback,
            is_callback=turn.task is None,
            how=made.how,
            by=turn.thread if made.how is How.THREAD else by,
            in_turn=maker.number if maker else 0,
            at=made.at,
            due=made.due,
            wait=before.wait if before else None,
            since=before.line if before else None,
            behind=self._behind(turn),
        )

    def party(self, number: int, label: str) -> Party:
        """Return who has a turn; ``label`` is what it is called if it is not in the recording."""
        turn = self._turns.get(number)
        if turn is None or not turn.internal:
            return Party(turn.task or turn.callback if turn else label)
        woken = {number}
        for later in self._turns.values():
            if later.scheduled_by in woken:
                if later.task is not None:
                    return Party(later.task, wakes=True)
                woken.add(later.number)
        return Party(turn.callback)

    def _made_ready(self, turn: Turn) -> _Made:
        """Return how, and by whom; that may be through turns of asyncio's own."""
        link, maker = turn, self._turns.get(turn.scheduled_by)
        while maker is not None and maker.internal and not link.timer and link.thread is None:
            link, maker = maker, self._turns.get(maker.scheduled_by)
        if link.thread is not None:
            return _Made(How.THREAD, maker, link.scheduled_at)
        if link.timer:
            return _Made(How.DUE, maker, link.scheduled_at, link.begins)
        if maker is None:
            return _Made(How.BEGUN, None, link.scheduled_at)
        if turn.task is None:
            return _Made(How.ASKED, maker, link.scheduled_at)
        return self._step_made_ready(turn, maker, link)

    def _step_made_ready(self, turn: Turn, maker: Turn, link: Turn) -> _Made:
        """Return how a task's step was: ``maker`` asked for ``link``, and that led to it."""
        before = self._before.get(turn.number)
        if before is None:
            return _Made(How.MADE, maker, link.scheduled_at)
        if maker.task == turn.task and before.state is State.READY:
            return _Made(How.YIELDED, maker, before.line)
        if before.wait is not None and before.wait.kind is WaitKind.IO:
            return _Made(How.IO, None, None)
        return _Made(How.WOKEN, maker, link.scheduled_at)

    def _behind(self, turn: Turn) -> tuple[str, ...]:
        """Return who stood before it in the queue after the turn that made it ready."""
        maker = self._turns.get(turn.scheduled_by)
        if maker is None:
            return ()
        before: list[str] = []
        for one in maker.ready:
            if (one.task, one.callback) == (turn.task, turn.callback):
                return tuple(before)
            if not one.internal:
                before.append(one.task or one.callback)
        return ()

    def _relation(self, above: Turn | None, turn: Turn | None) -> Relation:
        if above is None or turn is None:
            return Relation.OUTSIDE
        if above.number == turn.number:
            return Relation.SAME_TURN
        if turn.task is not None and above.task == turn.task:
            return Relation.SAME_TASK
        link: Turn | None = turn
        while link is not None:
            link = self._turns.get(link.scheduled_by)
            if link is None or link.number < above.number:
                break
            if link.number == above.number or (link.task and link.task == above.task):
                return Relation.AFTER
        return Relation.LATER if turn.begins > above.begins else Relation.APART


def _lines(recording: Recording) -> Iterator[int]:
    """Yield the number of the turn that completed each line; 0 for one outside of turns."""
    is_open = False
    for number, text in _written(recording):
        if text.endswith("\n"):
            yield number
        is_open = not text.endswith("\n")
    if is_open:
        yield 0


def _written(recording: Recording) -> Iterator[tuple[int, str]]:
    outputs = (one.text for one in recording.before if one.stream is Stream.OUTPUT)
    yield from ((0, text) for text in outputs)
    for turn in recording.turns:
        for one in turn.written:
            if one.stream is Stream.OUTPUT:
                yield turn.number, one.text
        for outside in turn.outside:
            if outside.written.stream is Stream.OUTPUT:
                yield 0, outside.written.text
