"""Why each line of a run stands where it stands, as far as a recording tells.

That is how its turn came, and what that has to do with the turn of the line above.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from turns.recording.cause import Beside, Held, How, Origin, Party, Place, Relation, Role
from turns.recording.printed import Printed, printed
from turns.recording.recording import (
    Arrival,
    Cancelling,
    Recording,
    State,
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
    through: str | None = None
    by_run: bool = False
    """`asyncio.run` did."""
    was_woken: bool = False


class Causes:
    """Answers for one recording."""

    def __init__(self, recording: Recording) -> None:
        """Look at who is who."""
        self._turns = {turn.number: turn for turn in recording.turns}
        self._before: dict[int, TaskState] = {}
        """By the number of a turn, how the task's turn before has left it."""
        self._ended: dict[int, TaskState] = {}
        """By the number of a turn, how its task ended in it."""
        left: dict[str, TaskState] = {}
        for turn, state in recording.states():
            if turn.task in left:
                self._before[turn.number] = left[turn.task]
            if turn.task is not None and state is not None:
                left[turn.task] = state
                if state.state in _ENDS:
                    self._ended[turn.number] = state
        self._lines = [*printed(recording)]

    def places(self) -> Iterator[Place]:
        """Yield one for each line of standard output."""
        above: Turn | None = None
        for index, line in enumerate(self._lines):
            turn = line.turn
            yield Place(
                relation=self._relation(above, turn) if index else Relation.FIRST,
                origin=self.origin(turn) if turn else None,
                time=turn.begins if turn else None,
                above=above.begins if above else None,
                until=turn.ends if turn and turn.ends > turn.begins + MOMENT else None,
                begun=line.begun.number if line.begun else None,
                beside=None if turn else _beside(line),
            )
            above = turn

    def origin(self, turn: Turn) -> Origin:
        """Return how a turn came."""
        made = self._made_ready(turn)
        before, maker = self._before.get(turn.number), made.maker
        ended = self._ended.get(maker.number) if maker else None
        by = "asyncio.run()" if made.by_run else _name(maker) if maker else None
        return Origin(
            turn=turn.number,
            who=_name(turn),
            is_callback=turn.task is None,
            is_first=turn.task is not None and before is None,
            how=made.how,
            by=made.thread or by,
            in_turn=maker.number if maker else 0,
            at=made.at,
            ended=ended.state if ended else None,
            error=ended.error if ended else None,
            through=made.through,
            was_woken=made.was_woken,
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
                return Held(_name(other), number, other.begins, other.ends)
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
            return Party(_name(turn) if turn else label)
        woken = {number}
        for later in self._turns.values():
            if later.scheduled_by in woken:
                if later.task is not None:
                    return Party(later.task, _role(turn.callback))
                woken.add(later.number)
        return Party(_name(turn))

    def _made_ready(self, turn: Turn) -> _Made:
        """Return how, and by whom; that may be through turns of asyncio's own."""
        if turn.cancelled is not None:
            return self._cancelled(turn.cancelled)
        link, maker = turn, self._turns.get(turn.scheduled_by)
        while maker and maker.internal and maker.task is None and not _is_begun(link):
            link, maker = maker, self._turns.get(maker.scheduled_by)
        if _is_begun(link):
            return _begun(link, maker)
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
        if maker.task == turn.task:
            return self._woken_by_itself(turn, maker)
        return _Made(How.WOKEN, maker, link.scheduled_at)

    def _woken_by_itself(self, turn: Turn, maker: Turn) -> _Made:
        """Return how: its time was up in its turn before, or there was nothing to wait for."""
        before, since = self._before.get(maker.number), self._before[turn.number]
        if before is not None and before.line == since.line:
            made = self._made_ready(maker)
            if made.how is How.TIMED_OUT:
                return made
        return _Made(How.OVER, maker, None)

    def _cancelled(self, cancelled: Cancelling) -> _Made:
        """Return who cancelled, or what timeout did."""
        maker = self._turns.get(cancelled.by)
        through = cancelled.through
        if maker and maker.due is not None and _role(maker.callback) is Role.TIMEOUT:
            return _Made(How.TIMED_OUT, maker, maker.scheduled_at, maker.due, through=through)
        if maker is not None and (before := self._before.get(maker.number)) is not None:
            made = self._made_ready(maker)
            if made.how is How.TIMED_OUT and before.line == cancelled.at:
                # Until Python 3.11, `wait_for` cancels in the turn of the task that calls it.
                return _Made(How.TIMED_OUT, maker, cancelled.at, made.due, through=maker.task)
        return _Made(
            How.CANCELLED,
            maker,
            cancelled.at,
            through=through,
            by_run=cancelled.by_run,
            was_woken=cancelled.was_woken,
        )

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


_ENDS = frozenset([State.DONE, State.CANCELLED, State.FAILED, State.STOPPED])


def _name(turn: Turn) -> str:
    """Return the task, or the callback as a program would name it; of asyncio's own, the class."""
    if turn.task is not None and turn.internal:
        return "asyncio.run()"  # it closes what is left
    if turn.internal:
        return _OF_ASYNCIO.get(turn.callback) or turn.callback.rpartition(".")[0] or turn.callback
    return turn.task or turn.callback.replace("BaseEventLoop.", "loop.")


_OF_ASYNCIO = {
    "_run_until_complete_cb": "run_until_complete()",
    "gather._done_callback": "gather()",
    "shield._inner_done_callback": "shield()",
    "shield._outer_done_callback": "shield()",
}
"""How programs call what has these callbacks; those of a class are called by its name."""


def _is_begun(turn: Turn) -> bool:
    """Tell whether something else than the turn that scheduled it has it run."""
    return turn.due is not None or turn.thread is not None or turn.arrival is not None


def _begun(link: Turn, maker: Turn | None) -> _Made:
    """Return what has had it run."""
    if link.arrival is not None:
        how = How.IO if link.arrival is Arrival.IO else How.SIGNAL
        return _Made(how, None, link.scheduled_at)
    if link.thread is not None:
        return _Made(How.THREAD, maker, link.scheduled_at, thread=link.thread)
    how = How.TIMED_OUT if _role(link.callback) is Role.TIMEOUT else How.DUE
    return _Made(how, maker, link.scheduled_at, link.due)


def _beside(line: Printed) -> Beside:
    outside = line.outside
    thread, time = (outside.thread, outside.time) if outside else (None, 0.0)
    return Beside(thread, time, line.after)


def _role(callback: str) -> Role:
    """Tell what wakes a task that has waited for long enough from what ends it too early."""
    return Role.TIMEOUT if callback in _TIMEOUTS else Role.WAKER


_TIMEOUTS = frozenset(["Timeout._on_timeout", "_release_waiter"])
"""The callbacks of `asyncio.timeout` and `wait_for`, and of `wait_for` and `wait` before 3.12."""
