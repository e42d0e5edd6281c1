"""What the picture of a run consists of: rows from above to below, and lanes beside each other.

A row is a turn, or what comes between turns. A lane is a task, a callback that waits for its turn,
or the job of a thread, for as long as there is one; a lane that is over is used again. So a picture
is as wide as there are lanes at the same time, and its text has a place of its own beside them.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from turns.recording.recording import Job, State, TaskState, Turn, Written


class Line(StrEnum):
    """How a lane goes on between rows: what its owner does there."""

    READY = "ready"
    """It stands in the ready queue."""
    LATE = "late"
    """Its time has come, and it cannot run, as another one holds the thread."""
    TIMER = "timer"
    SHARED = "shared"
    THREAD = "thread"
    IO = "io"
    OTHER = "other"
    """It waits for a task, a future or a turn."""
    HELD = "held"
    """It runs, and holds the thread."""
    JOB = "job"
    """It is a thread, and runs a job."""


class Link(StrEnum):
    """What a turn, or a job, does to the owner of another lane."""

    MAKE = "make"
    WAKE = "wake"
    CANCEL = "cancel"


class Kind(StrEnum):
    """What a row shows."""

    TURN = "turn"
    HELD = "held"
    """The turn above goes on: it holds the thread."""
    OVER = "over"
    """That turn goes on or ends, after something that came in its midst."""
    FIRED = "fired"
    """A timer makes a task ready, in a pass in which others run."""
    PAUSE = "pause"
    """Nobody can run, and time passes."""
    OUTSIDE = "outside"
    """Something is printed outside of turns."""
    JOB = "job"
    """The job of a thread ends."""
    FOLD = "fold"
    """Turns are left out."""
    END = "end"
    """The program ends, and not by itself or not well."""


Owner = tuple[str, str | int]
"""Whose lane it is: ``("task", NAME)``, ``("callback", TURN)`` or ``("job", INDEX)``."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From the row's own lane to another."""

    link: Link
    to: Owner


@dataclass(slots=True)
class Row:
    """What happens, and how all lanes go on below it."""

    kind: Kind
    time: float
    """Seconds, at its beginning; of a pause, at its end."""
    owner: Owner | None = None
    """Whose row it is."""
    turn: Turn | None = None
    """Of a turn, and while one goes on."""
    state: TaskState | None = None
    """How the turn leaves its task, if it ends here; None for a callback."""
    is_over: bool = False
    """The turn ends here."""
    passed: int = 0
    """The number of the pass of which it is the first turn; 0: it is not the first one."""
    is_new_loop: bool = False
    """It is the first that another loop runs than the one before."""
    is_odd: bool = False
    """Of the passes, each other one is; only turns belong to a pass."""
    written: tuple[Written, ...] = ()
    thread: str | None = None
    """Who printed outside of turns, or has done a job; None for the program itself."""
    job: Job | None = None
    folded: int = 0
    """How many turns are left out."""
    late: tuple[tuple[str, float], ...] = ()
    """Whose timers came while the thread was held, and when, in seconds."""
    texts: tuple[str, ...] = ()
    """How the program ended."""
    after: dict[Owner, Line] = field(default_factory=dict)
    """The lanes that go on below."""
    arrows: list[Arrow] = field(default_factory=list)

    @property
    def held(self) -> float:
        """For how many seconds its turn holds the thread."""
        return self.turn.ends - self.turn.begins if self.turn is not None else 0.0

    @property
    def ends(self) -> State | None:
        """How its task ends in it, if it does."""
        if self.state is None or self.state.state in {State.READY, State.WAITING}:
            return None
        return self.state.state


def owner_of(turn: Turn) -> Owner:
    """Return whose lane a turn is in."""
    return ("callback", turn.number) if turn.task is None else ("task", turn.task)


@dataclass(frozen=True, slots=True)
class Picture:
    """All rows, and where the lanes are."""

    rows: tuple[Row, ...]
    lanes: tuple[dict[Owner, int], ...]
    """For each row, the lane of everybody who is in it, from 0."""

    @property
    def width(self) -> int:
        """How many lanes there are beside each other."""
        return max((max(row.values(), default=0) for row in self.lanes), default=0) + 1


def place(rows: list[Row]) -> Picture:
    """Give everybody the first lane that is free."""
    lanes: list[dict[Owner, int]] = []
    held: dict[Owner, int] = {}
    for row in rows:
        own = {row.owner: None} if row.owner is not None else {}
        for owner in [*own, *row.after]:
            if owner not in held:
                held[owner] = next(n for n in range(len(held) + 1) if n not in held.values())
        lanes.append(dict(held))
        held = {owner: lane for owner, lane in held.items() if owner in row.after}
    return Picture(tuple(rows), tuple(lanes))
