"""Why each line of a run stands where it stands, as far as a recording tells.

That is how its turn came, and what that has to do with the turn of the line above.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from turns.recording.cause import Held, How, Origin, Party, Place, Relation, Role
from turns.recording.recording import (
    Recording,
    State,
    Stream,
    TaskState,
    Turn,
    WaitKind,
)

MOMENT = 1e-5
"""Seconds that do not count."""


@dataclass(frozen=True, slots=True)
class _Made:
    """How a turn was made ready."""

    how: How
    maker: Turn | None
    at: int | None
    due: float | None = None
    thread: str | None = None


class Causes:
    """Answers for one recording."""

    def __init__(self, recording: Recording) -> None:
        """Look at who is who."""
        self._turns = {turn.number: turn for turn in recording.turns}
        self._before: dict[int, TaskState] = {}
        """By the number of a turn, how the task's turn before has left it."""
        self._failed: dict[int, str] = {}
        """By the number of a turn, with what its task failed."""
        left: dict[str, TaskState] = {}
        for turn, state in recording.states():
            if turn.task in left:
                self._before[turn.number] = left[turn.task]
            if turn.task is not None and state is not None:
                left[turn.task] = state
                if state.error is not None:
                    self._failed[turn.number] = state.error
        self._lines = [*_lines(recording)]

    def places(self) -> Iterator[Place]:
        """Yield one for each line of standard output."""
        above: Turn | None = None
        for index, number in enumerate(self._lines):
            turn = self._turns.get(number)
            origin = self.origin(turn) if turn else None
            relation = self._relation(above, turn) if index else Relation.FIRST
            began = turn.begins if turn else None
            yield Place(relation, origin, began, above.begins if above else None)
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
            by=made.thread or by,
            in_turn=maker.number if maker else 0,
            at=made.at,
            error=self._failed.get(maker.number) if maker else None,
            due=made.due,
            wait=before.wait if before else None,
            since=before.line if before else None,
            behind=self._behind(turn),
            held=self._held(turn, made),
        )

    def _held(self, turn: Turn, made: _Made) -> Held | None:
        """Return the first turn that went on for long after this one could have run."""
        ready = made.due if made.due is not None else made.maker.ends if made.maker else 0.0
        if turn.begins <= ready + MOMENT:
            return None
        for number in range(made.maker.number + 1 if made.maker else 1, turn.number):
            other = self._turns.get(number)
            if other and other.ends > max(other.begins, ready) + MOMENT:
                return Held(other.task or other.callback, number, other.begins, other.ends)
        return None

    def owner(self, number: int, due: float) -> Party | None:
        """Return whose timer it is that is pending before a turn, if that is known."""
        turn = self._turns.get(number - 1)
        timers = [one for one in turn.timers if abs(one.when - due) < MOMENT] if turn else []
        found = {(one.task, _role(one.callback)) for one in timers}
        name, role = found.pop() if len(found) == 1 else (None, Role.WAKER)
        return Party(name, role) if name else None

    def party(self, number: int, label: str) -> Party:
        """Return who has a turn; ``label`` is what it is called if it is not in the recording."""
        turn = self._turns.get(number)
        if turn is None or not turn.internal:
            return Party(turn.task or turn.callback if turn else label)
        woken = {number}
        for later in self._turns.values():
            if later.scheduled_by in woken:
                if later.task is not None:
                    return Party(later.task, _role(turn.callback))
                woken.add(later.number)
        return Party(turn.callback)

    def _made_ready(self, turn: Turn) -> _Made:
        """Return how, and by whom; that may be through turns of asyncio's own."""
        if turn.cancelled is not None:
            return _Made(How.CANCELLED, self._turns.get(turn.cancelled.by), turn.cancelled.at)
        link, maker = turn, self._turns.get(turn.scheduled_by)
        while maker is not None and maker.internal and link.due is None and link.thread is None:
            link, maker = maker, self._turns.get(maker.scheduled_by)
        if link.thread is not None:
            return _Made(How.THREAD, maker, link.scheduled_at, thread=link.thread)
        if link.due is not None:
            return _Made(How.DUE, maker, link.scheduled_at, link.due)
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


def _role(callback: str) -> Role:
    """Tell what wakes a task that has waited for long enough from what ends it too early."""
    return Role.TIMEOUT if callback in _TIMEOUTS else Role.WAKER


_TIMEOUTS = frozenset(["Timeout._on_timeout", "_release_waiter"])
"""The callbacks of `asyncio.timeout` and `wait_for`, and of `wait_for` and `wait` before 3.12."""


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
