"""Why a line of a run stands where it stands, as data: sentences are made of it elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from turns.recording.recording import State, Wait


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
    OVER = "over"
    """What the task waits for was over before."""
    DUE = "due"
    """Its time came."""
    TIMED_OUT = "timed out"
    """The task had waited for as long as it may."""
    CANCELLED = "cancelled"
    """The task was cancelled."""
    ASKED = "asked"
    """It is a callback that was asked for, such as with `call_soon`."""
    THREAD = "thread"
    """A thread asked for it."""
    IO = "io"
    """Something came from the network."""
    SIGNAL = "signal"
    """A signal came."""


@dataclass(frozen=True, slots=True)
class Held:
    """A turn that took long, so that others had to wait."""

    who: str
    turn: int
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Origin:
    """How a turn came."""

    turn: int
    who: str
    """The task of which it is a step; else the callback."""
    is_callback: bool
    is_first: bool
    """Of a task: it has had no turn before."""
    how: How
    by: str | None
    """Who made it ready: a task, a callback or a thread; None for the program outside of turns."""
    in_turn: int
    """The number of the turn that did; 0 outside of turns."""
    at: int | None
    """The line at which it did; None if that is not a line of the program's."""
    ended: State | None
    """How that task ended in that turn, if it did."""
    error: str | None
    """With what it failed."""
    through: str | None
    """The task that was cancelled, if that handed it on, as it waited for this one."""
    was_woken: bool
    """When it was cancelled, what it had waited for had come."""
    due: float | None
    """The time that came."""
    wait: Wait | None
    """What the task had waited for."""
    since: int | None
    """At which line."""
    behind: tuple[str, ...]
    """Who stood before it in the ready queue when it came there, first in first."""
    held: Held | None
    """Who held the thread while it could have run."""


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
class Beside:
    """Where a line was printed outside of turns."""

    thread: str | None
    """By whom; None for the program itself, while no loop of its runs."""
    time: float
    after: int
    """The number of the last turn that had begun; 0 before the first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Why a line stands where it stands, in one run."""

    relation: Relation
    origin: Origin | None
    """Of the turn that printed it; None outside of turns."""
    time: float | None
    """When that turn began."""
    above: float | None
    """When that of the line above began."""
    until: float | None
    """When that turn ended, if it held the thread for a while."""
    begun: int | None
    """The number of the turn that printed the beginning of the line, if that is another one."""
    beside: Beside | None
    """Outside of turns, where it was printed."""


class Role(StrEnum):
    """As what somebody can have a turn."""

    ITSELF = "itself"
    """A task, or a callback."""
    WAKER = "waker"
    """A callback of asyncio's that lets the task go on."""
    TIMEOUT = "timeout"
    """A timeout around what the task does."""
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can have a turn."""

    name: str
    """Of a task, a callback or a thread."""
    role: Role = Role.ITSELF


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
