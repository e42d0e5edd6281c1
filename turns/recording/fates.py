"""What became of tasks, where no line of output tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from turns.recording.cause import Origin
from turns.recording.causes import Causes
from turns.recording.recording import EndKind, Recording, State, TaskState, Turn, Wait


class Fate(StrEnum):
    """What became of a task."""

    FAILED = "failed"
    CANCELLED = "cancelled"
    OUTLIVED = "outlived"
    """It was cancelled, and what it had asked a thread for went on."""
    LEFT = "left"
    """The program ended while it could have gone on, or waited."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What became of one task."""

    fate: Fate
    task: str
    turn: int = 0
    """The number of the turn in which that came about; of `Fate.LEFT`, 0."""
    line: int | None = None
    """Where the task failed or was left."""
    error: str | None = None
    """With what it failed."""
    origin: Origin | None = None
    """How that turn came, in which it was cancelled."""
    thread: str | None = None
    """Who went on."""
    wait: Wait | None = None
    """What it waits for to the end."""


def fates(recording: Recording) -> Iterator[Fact]:
    """Yield what no line tells, in the order in which it came about.

    What explains a line, or has ended the program, is told already.
    """
    causes = Causes(recording)
    origins = [place.origin for place in causes.places() if place.origin is not None]
    errors = {(one.by, one.error) for one in origins}
    turns = {one.turn for one in origins}
    for turn, state in recording.states():
        if turn.task is None or state is None:
            continue
        is_told = (turn.task, state.error) in errors or state.error == recording.ending.error
        if state.error is not None and not is_told:
            yield Fact(Fate.FAILED, turn.task, turn.number, turn.failed_at, state.error)
        if _is_cancelled(turn, state) and turn.number not in turns:
            origin = causes.origin(turn)
            yield Fact(Fate.CANCELLED, turn.task, turn.number, origin=origin)
    yield from _outlived(recording)
    if recording.ending.kind is EndKind.FINISHED and not recording.omitted:
        yield from _left(recording)


def _is_cancelled(turn: Turn, state: TaskState) -> bool:
    return turn.cancelled is not None and state.state is State.CANCELLED


def _outlived(recording: Recording) -> Iterator[Fact]:
    """Yield what threads went on with although the task that had asked for it was cancelled."""
    cancelled = {
        turn.task: turn.number
        for turn, state in recording.states()
        if state is not None and state.state is State.CANCELLED
    }
    askers = {turn.number: turn.task for turn in recording.turns}
    for job in recording.jobs:
        task = askers.get(job.asked_by)
        if task in cancelled and job.ends is not None and job.ends > cancelled[task]:
            yield Fact(Fate.OUTLIVED, task or "", job.ends, thread=job.thread)


def _left(recording: Recording) -> Iterator[Fact]:
    last: dict[str, TaskState] = {}
    for turn in recording.turns:
        last |= turn.tasks
    for task, state in last.items():
        if state.state in {State.READY, State.WAITING}:
            yield Fact(Fate.LEFT, task, line=state.line, wait=state.wait)
