"""The arrows between the lanes of a picture: who made whom, woke whom, cancelled whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from turns.drawing.rows import Arrow, Kind, Link, Owner, Row, owner_of
from turns.recording.cause import How
from turns.recording.causes import Causes
from turns.recording.recording import Recording, Turn

_LINKS = {How.WOKEN: Link.WAKE, How.CANCELLED: Link.CANCEL}


@dataclass(frozen=True)
class Shown:
    """What is there of a picture before it has arrows."""

    rows: list[Row] = field(default_factory=list)
    begins: dict[int, Row] = field(default_factory=dict)
    """By the number of a turn, the row in which it begins."""
    ends: dict[int, Row] = field(default_factory=dict)
    """The row in which it ends."""


def connect(recording: Recording, shown: Shown, asked: Mapping[int, Sequence[Turn]]) -> None:
    """Add the arrows to the rows; callbacks are ``asked`` for by turns with these numbers."""
    arrows = _Arrows(recording, shown)
    for task in recording.tasks:
        arrows.add(task.made_by, Link.MAKE, ("task", task.name))
    for index, job in enumerate(recording.jobs):
        arrows.add(job.asked_by, Link.MAKE, ("job", index))
    for number, callbacks in asked.items():
        for callback in callbacks:
            arrows.add(number, Link.MAKE, owner_of(callback))
    done: dict[str | None, Row] = {}
    """By the name of a thread: the end of its latest job."""
    for row in shown.rows:
        if row.kind is Kind.JOB:
            done[row.thread] = row
        if row.kind is Kind.TURN and row.turn is not None:
            arrows.add_woken(row.turn, done)


class _Arrows:
    def __init__(self, recording: Recording, shown: Shown) -> None:
        self._shown = shown
        self._turns = {turn.number: turn for turn in recording.turns}
        self._causes = Causes(recording)

    def add_woken(self, turn: Turn, done: Mapping[str | None, Row]) -> None:
        """Draw who woke a task for this turn, or cancelled it."""
        origin, owner = self._causes.origin(turn), owner_of(turn)
        if origin.how is How.THREAD:
            row = done.get(origin.by)
            if row is not None and owner in row.after:
                row.arrows.append(Arrow(Link.WAKE, owner))
        elif origin.how in _LINKS:
            self.add(origin.in_turn, _LINKS[origin.how], owner)

    def add(self, number: int, link: Link, to: Owner) -> None:
        """Draw one from the turn with a number, or from the one that had this one of asyncio's."""
        begins, ends = self._shown.begins, self._shown.ends
        turn = self._turns.get(number)
        while turn is not None and number not in ends and turn.due is None:
            number = turn.scheduled_by
            turn = self._turns.get(number)
        row = begins.get(number)
        # Whoever waits for a task is woken by its end.
        if row is not None and (to not in row.after or (link is Link.WAKE and ends[number].ends)):
            row = ends[number]
        if row is not None and to in row.after and to != row.owner:
            row.arrows.append(Arrow(link, to))
