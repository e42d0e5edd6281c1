"""Records one run: for each turn who ran, what it did, and where that left everybody."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

from turns.recording.describing import (
    Described,
    callback_of,
    cancelled_through,
    extend,
    goes_on,
    is_by_run,
    line_of,
    raised_at,
    ready_of,
    timer_of,
    timers_of,
)
from turns.recording.lines import LineWatch
from turns.recording.notes import NotedJob, Notes, Record, recording_of
from turns.recording.recording import (
    Arrival,
    Callback,
    Cancelling,
    Outside,
    Recording,
    State,
    Stream,
    Task,
    TaskState,
    Written,
)
from turns.runtime import handles, waiting
from turns.runtime.execute import Outcome
from turns.runtime.keys import Actor
from turns.runtime.keys import Turn as RunningTurn
from turns.runtime.limits import Stop
from turns.runtime.observer import CurrentSeat
from turns.runtime.threads import Seat

ROOM = 1_000_000
"""How many entries (ready callbacks, timers, tasks, each once a turn) are looked at in all. A
program with a few tasks reaches the limit of turns first; one with a thousand does not fill the
memory."""
TURNS = 20_000
"""How many turns are kept: the first ones."""


class Recorder:
    """Takes the records of one run; linear in the turns, and bounded in memory."""

    def __init__(self, room: int = ROOM, turns: int = TURNS) -> None:
        """Keep at most ``turns`` records, with ``room`` entries in all."""
        self._records: list[Record] = []
        self._before: list[Written] = []
        self._omitted = 0
        self._made: list[Task] = []
        self._jobs: list[NotedJob] = []
        self._threads: dict[str, Seat] = {}
        self._stepped: list[Any] = []
        """The tasks of which a step was scheduled since the last record."""
        self._room = room
        self._turns = turns
        self._filename = ""
        self._open: dict[Any, Record] = {}
        self._numbers: dict[int, int] = {}
        self._states: list[TaskState | None] = []
        self._names: list[str] = []
        """As the tasks are called now; those made outside of a turn may be given a name later."""
        self._stepping: set[int] = set()
        self._dirty: list[Any] = []
        self._ready: dict[int | None, TaskState] = {}
        """By the line: the state of whoever is ready there."""
        self._callbacks: dict[Described, Callback] = {}
        """Equal ones are one."""
        self._errors: set[int] = set()
        """The ids of those with which a task has failed."""
        self._cancelled: dict[int, Cancelling] = {}
        """By the hash of the task: who cancelled it, until it meets that."""

    def attach(self, filename: str, code: CodeType, current: CurrentSeat) -> None:
        """Record a run of ``code``."""
        self._filename = filename
        self._lines = LineWatch(code, lambda: current().actor)
        self._current, self._main = current, current()

    def found(self, code: CodeType) -> None:
        """Look at the lines of more code."""
        self._lines.add(code)

    def close(self) -> None:
        """The run is over."""
        self._lines.close()
        self._numbers.clear()
        self._stepping.clear()

    def created(self, task: Any, coro: Any = None) -> None:
        """Note a new task; one that runs eagerly may be over, and not know ``coro`` any more."""
        if task.hash not in self._numbers and self._room > 0:
            self._numbers[task.hash] = len(self._states)
            self._states.append(None)
            self._names.append(task.get_name())
            coro = task._coro if coro is None else coro
            coroutine = getattr(coro, "__qualname__", "").replace(".<locals>", "")
            self._made.append(Task(task.get_name(), coroutine, task.parent))
            self._dirty.append(task)

    def scheduled(self, handle: Any, frame: FrameType) -> None:
        """Note where in the program that was, and the task of which it is a step."""
        handle.line = line_of(frame, self._filename)
        if isinstance(handle.task, handles.Task):
            self._stepped.append(handle.task)

    def cancelled(self, task: Any, frame: FrameType) -> None:
        """Note who cancels a task: the first, until it meets that."""
        if task.done() or task.hash in self._cancelled:
            return
        actor = self._current().actor
        by = actor.n if isinstance(actor, RunningTurn) else 0
        self._cancelled[task.hash] = Cancelling(
            by=by,
            at=line_of(frame, self._filename),
            through=cancelled_through(frame),
            by_run=is_by_run(frame),
            was_woken=task in self._stepped or task.hash in self._stepping,
        )

    def _met(self, handle: Any) -> Cancelling | None:
        """Return who cancelled the task of which this is a step, if it meets that now."""
        task: Any = handle.task
        if not isinstance(handle.task, handles.Task) or task.hash not in self._cancelled:
            return None
        waited = (one for one in handle._args or () if isinstance(one, asyncio.Future))
        if not task._must_cancel and not any(one.cancelled() for one in waited):
            return None
        return self._cancelled.pop(task.hash)

    def begin(self, loop: Any, turn: RunningTurn, handle: Any) -> None:
        """Begin a record."""
        if self._room <= 0:
            self._omitted += 1
            self._stepped.clear()
            return
        due = loop.due(handle) if hasattr(handle, "_when") else None
        seat = handle.seat if handle.seat is not self._main else None
        cancelled = self._met(handle)
        arrival = Arrival(handle.arrival) if handle.arrival else None
        thread = seat.name if seat else None
        passes = loop._selector.passes
        record = Record(turn, due, cancelled, thread, arrival, handle.line, passes)
        self._records.append(record)
        self._absorb()
        task = handle.task
        if isinstance(task, handles.Task):
            self._stepping.discard(task.hash)
            self._dirty.append(task)
        self._open[loop] = record
        self._lines.begin(turn)

    @contextmanager
    def job(self, name: str, seat: Seat, by: int) -> Iterator[None]:
        """Note what a thread does meanwhile."""
        job = NotedJob(name, seat, by, self._last())
        self._jobs.append(job)
        self._threads.setdefault(seat.name, seat)
        try:
            yield
        finally:
            job.ends = self._last()

    def _last(self) -> int:
        return self._records[-1].turn.n if self._records else 0

    def wrote(
        self, actor: Actor, seat: Seat | None, time: float, stream: Stream, text: str
    ) -> None:
        """Note what is written; ``seat`` is the thread it comes from, if not the main one."""
        if self._omitted:
            return
        if not self._records:
            extend(self._before, text, stream)
            return
        for record in self._open.values():
            if record.turn is actor:
                record.written = record.written or []
                extend(record.written, text, stream)
                if time <= record.turn.time:
                    record.at_once = len(record.written)
                return
        if seat is not None:
            self._threads.setdefault(seat.name, seat)
        last, name = self._records[-1], seat.name if seat else None
        last.outside = outside = last.outside or []
        pieces: list[Written] = []
        if outside and outside[-1].thread == name and goes_on(outside[-1].written, stream):
            pieces.append(outside.pop().written)
        extend(pieces, text, stream)
        is_amid = any(record is last for record in self._open.values())
        amid = len(last.written or ()) if is_amid else None
        outside.extend(Outside(name, round(time, 6), amid, piece) for piece in pieces)

    def finish(self, loop: Any) -> None:
        """Complete the record of the turn that has just ended, if there is one."""
        record = self._open.pop(loop, None)
        if record is None:
            return
        record.ends = loop.clock.now
        executed = self._lines.end(record.turn)
        record.lines, record.computes = executed.lines, executed.many
        self._absorb()
        dirty, changed = self._dirty, []
        for task in dirty if len(dirty) < 2 else dict.fromkeys(dirty):
            number = self._numbers[task.hash]
            self._names[number] = task.get_name()
            state = self._state(task)
            if state != self._states[number]:
                self._states[number] = state
                changed.append((number, state))
                if state.state is State.FAILED:
                    error = task._exception
                    is_new = id(error) not in self._errors
                    self._errors.add(id(error))
                    record.failed_at = raised_at(error, self._filename, is_new=is_new)
        record.tasks = tuple(changed)
        dirty.clear()
        record.ready = tuple(
            [
                # Mostly known already.
                note if type(note := h.note) is Callback else callback_of(h, self._callbacks)
                for h in ready_of(loop)
            ]
        )
        timers = loop._scheduled
        if timers:
            timers = timers_of(loop)
            record.timers = tuple([timer_of(handle) for handle in timers])
        self._room -= 1 + len(self._states) + len(record.ready) + len(timers)
        if len(self._records) >= self._turns:
            self._room = 0
        if self._room <= 0:  # let go of the program
            self._stepping.clear()
            self._numbers.clear()

    def _absorb(self) -> None:
        """Take up the tasks of which a step was scheduled."""
        for task in self._stepped:
            if task.hash not in self._numbers:
                self.created(task)
            self._stepping.add(task.hash)
            if not self._dirty or self._dirty[-1] is not task:
                self._dirty.append(task)
        self._stepped.clear()

    def _state(self, task: Any) -> TaskState:
        if task.cancelled():
            return TaskState(State.CANCELLED, None, None, None)
        if task.done():
            error = task._exception
            if isinstance(error, Stop):
                return TaskState(State.STOPPED, None, None, None)
            if error is None:
                return TaskState(State.DONE, None, None, None)
            text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            return TaskState(State.FAILED, None, None, text)
        if task.hash in self._stepping:
            line = waiting.line_of(task, self._filename)
            if line not in self._ready:
                self._ready[line] = TaskState(State.READY, line, None, None)
            return self._ready[line]
        line, wait = waiting.suspended(task, self._filename)
        return TaskState(State.WAITING, line, wait, None)

    @property
    def states(self) -> dict[str, TaskState]:
        """The states of the tasks after the turn that was finished last, by name."""
        pairs = zip(self._names, self._states, strict=True)
        return {name: state for name, state in pairs if state is not None}

    @property
    def keys(self) -> list[int]:
        """The keys of the recorded turns, which are the same under every schedule."""
        return [record.turn.key for record in self._records]

    def recording(
        self, outcome: Outcome, head: int | None = None, tail: int | None = None
    ) -> Recording:
        """Return what was recorded of the run that had this outcome.

        Of a run with more than ``head`` and ``tail`` turns only so many at its beginning and at its
        end are in it.
        """
        notes = Notes(
            records=self._records,
            before=self._before,
            omitted=self._omitted,
            made=self._made,
            names=self._names,
            jobs=self._jobs,
            threads=self._threads,
        )
        return recording_of(notes, outcome, head, tail)
