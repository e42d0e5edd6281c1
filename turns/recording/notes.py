"""What a recorder notes while a program runs, and the recording that is made of it afterwards."""

import dataclasses
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from turns.recording.recording import (
    Arrival,
    Callback,
    Cancelling,
    Ending,
    EndKind,
    Job,
    Outside,
    Recording,
    Task,
    TaskState,
    Thread,
    ThreadKind,
    Timer,
    Turn,
    Written,
)
from turns.runtime.execute import Outcome
from turns.runtime.keys import Turn as RunningTurn
from turns.runtime.threads import Seat

_Due = TypeVar("_Due", Callback, Timer)
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


@dataclass(slots=True)
class Record:
    """A turn while it is recorded.

    What most turns have none of is no list of its own: a million of them are a burden, for the
    garbage collector above all.
    """

    turn: RunningTurn
    due: float | None
    cancelled: Cancelling | None
    thread: str | None
    arrival: Arrival | None
    line: int | None
    pass_number: int
    ends: float = 0.0
    lines: tuple[int, ...] = ()
    computes: bool = False
    failed_at: int | None = None
    written: list[Written] | None = None
    at_once: int = 0
    outside: list[Outside] | None = None
    ready: tuple[Callback, ...] = ()
    timers: tuple[Timer, ...] = ()
    tasks: tuple[tuple[int, TaskState], ...] = ()
    """Those that changed, with their numbers in the order of their making."""


@dataclass(slots=True)
class NotedJob:
    """A job of a thread while it is recorded."""

    function: str
    seat: Seat
    asked_by: int
    begins: int
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """All that a recorder has when the program is over."""

    records: Sequence[Record]
    before: Sequence[Written]
    omitted: int
    """How many turns have no record."""
    made: Sequence[Task]
    names: Sequence[str]
    """What the tasks are called at the end; as they were made, they may have had others."""
    jobs: Sequence[NotedJob]
    threads: dict[str, Seat]


def recording_of(notes: Notes, outcome: Outcome, head: int | None, tail: int | None) -> Recording:
    """Return the recording; see `turns.recording.recorder.Recorder.recording`."""
    names = {one.name: last for one, last in zip(notes.made, notes.names, strict=True)}
    records = notes.records
    cut = len(records)
    if head is not None and tail is not None and len(records) > head + tail:
        cut, records = head, [*records[:head], *records[-tail:]]
    turns = [_turn(record, names, notes.names) for record in records]
    if cut < len(notes.records):
        after = len(notes.records) - (len(records) - cut)
        turns[cut].tasks.update(_between(notes, cut, after + 1))
    return Recording(
        python=PYTHON,
        before=tuple(notes.before),
        tasks=tuple(
            dataclasses.replace(task, name=name)
            for task, name in zip(notes.made, notes.names, strict=True)
        ),
        threads=tuple(Thread(seat.name, _kind(seat)) for seat in notes.threads.values()),
        turns=tuple(turns),
        jobs=tuple(
            Job(job.function, job.seat.name, job.asked_by, job.begins, job.ends)
            for job in notes.jobs
        ),
        omitted=len(notes.records) - len(records) + notes.omitted,
        output=tuple(outcome.output),
        ending=_ending(outcome),
    )


def _between(notes: Notes, start: int, end: int) -> dict[str, TaskState]:
    """Return the last state of each task that changed in these records."""
    changed: dict[int, TaskState] = {}
    for record in notes.records[start:end]:
        changed |= dict(record.tasks)
    return {notes.names[number]: state for number, state in sorted(changed.items())}


def _turn(record: Record, names: dict[str, str], numbered: Sequence[str]) -> Turn:
    turn = record.turn

    def named(name: str | None) -> str | None:
        return name if name is None else names.get(name, name)

    def renamed(one: _Due) -> _Due:
        name = named(one.task)
        return one if name == one.task else dataclasses.replace(one, task=name)

    return Turn(
        number=turn.n,
        begins=round(turn.time, 6),
        ends=round(record.ends, 6),
        pass_number=record.pass_number,
        task=named(turn.task),
        callback=turn.callback,
        internal=turn.internal,
        due=None if record.due is None else round(record.due, 6),
        cancelled=_cancelled(record.cancelled, named),
        scheduled_by=turn.parent,
        scheduled_at=record.line,
        thread=record.thread,
        arrival=record.arrival,
        lines=record.lines,
        computes=record.computes,
        failed_at=record.failed_at,
        written=tuple(record.written or ()),
        at_once=record.at_once,
        outside=tuple(record.outside or ()),
        ready=tuple(map(renamed, record.ready)),
        timers=tuple(map(renamed, record.timers)),
        tasks={numbered[number]: state for number, state in sorted(record.tasks)},
    )


def _cancelled(
    cancelled: Cancelling | None, named: Callable[[str | None], str | None]
) -> Cancelling | None:
    if cancelled is None:
        return None
    return dataclasses.replace(cancelled, through=named(cancelled.through))


def _kind(seat: Seat) -> ThreadKind:
    return ThreadKind.THREAD if seat.pid is None else ThreadKind.PROCESS


def _ending(outcome: Outcome) -> Ending:
    problem = outcome.problem
    return Ending(
        kind=EndKind(problem.kind) if problem else EndKind.FINISHED,
        status=outcome.exit,
        message=problem.message if problem else None,
        waiting=problem.waiting if problem else (),
        error=outcome.error_line,
        traceback=outcome.error,
        notes=outcome.notes,
    )
