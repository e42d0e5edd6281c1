"""What a picture consists of, and how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from turns.recording.recording import State, TaskState, Turn, Written
from turns.text import clip, width

LANE = 52
"""Least height of a lane, in units that are pixels on the screen; so is everything here."""
ROW = 16
"""Height of each further line that is printed in one turn."""
TOP = 26
"""Above the first lane: the clock."""
BOX = 24
"""Height and least width of a turn."""
GAP = 12
"""Between two turns."""
PAUSE = 52
"""Where the clock moves."""
FOLD = 96
JOB = 36
"""Room for the end of a thread's job, and for the arrow from there."""
CHAR = 7.3
"""Width of a character of output; those of Chinese are twice as wide."""
LONGEST = 34
"""Characters of output that are shown of a line."""
SMALL = 6.2
"""Width of a character of a name."""
SIGN = 18
"""Width of the tick or cross behind a box."""
MOMENT = 1e-5
"""Seconds that do not count as waiting."""
MOST = 3
"""Lines of output that are shown of a turn."""
HEAD, TAIL = 28, 8
"""Turns that are shown of a long run."""


_RING = "a5 5 0 1 0 10 0a5 5 0 1 0-10 0m2 3.5l6-7"
_SIGNS = {
    State.DONE: (3, 12, "l3 4 6-8"),
    State.FAILED: (4, 8, "l8 8m0-8l-8 8"),
    State.CANCELLED: (4, 12, _RING),
    State.STOPPED: (4, 12, _RING),
}
"""How a task that is over is marked: where behind its box the path begins, and the path."""


def sign(state: State, x: float, y: float) -> str:
    """Return the mark behind a box at ``x``, ``y`` whose task is over; empty if it is not."""
    if state not in _SIGNS:
        return ""
    right, down, path = _SIGNS[state]
    return f'<path class="sign" d="M{x + BOX + right:g} {y + down:g}{path}"/>'


@dataclass
class Box:
    """A turn that is drawn."""

    turn: Turn
    lane: int
    top: float
    """Of the lane."""
    x: float
    state: TaskState | None
    """How its task is left; None for a callback."""

    @property
    def width(self) -> float:
        """With what stands below the box, and behind it."""
        return max(room(self.turn.written), SMALL * width(self.callback), BOX + self.sign)

    @property
    def callback(self) -> str:
        """The name below the box of a callback that prints nothing."""
        silent = self.state is None and not self.turn.written
        return clip(self.turn.callback, LONGEST) if silent else ""

    @property
    def failure(self) -> str:
        """What it fails with."""
        return clip(self.state.error or "", LONGEST) if self.state else ""

    @property
    def sign(self) -> float:
        """Width of the sign behind the box."""
        return SIGN + SMALL * width(self.failure)

    @property
    def y(self) -> float:
        """The top of the box."""
        return self.top + 4

    @property
    def middle(self) -> float:
        """The middle of the box, from above."""
        return self.y + BOX / 2

    @property
    def end(self) -> float:
        """The right end of the box itself; what it prints may reach further."""
        return self.x + BOX


@dataclass
class Bar:
    """A thread's job that is drawn."""

    name: str
    lane: int
    top: float
    """Of the lane."""
    x: float
    end: float
    begins: int
    """The number of the turn after which, or during which, it begins."""
    maker: Box | None
    """The turn that asked for it."""

    @property
    def y(self) -> float:
        """The top of the bar."""
        return self.top + 4


@dataclass
class Outside:
    """Lines that are printed outside of turns, where they are drawn."""

    lane: int
    x: float
    end: float
    written: list[Written]


@dataclass
class Layout:
    """The whole picture."""

    lanes: list[str | None]
    """Tasks by name; None is the loop, for callbacks that are no task's."""
    boxes: list[Box] = field(default_factory=list)
    pauses: list[tuple[float, float]] = field(default_factory=list)
    """Where the clock moves, and to what time, in seconds."""
    threads: list[str | None] = field(default_factory=list)
    """The lanes below those: threads by name; None is the program itself, outside of turns."""
    bars: list[Bar] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    """Of each lane, and below the last one."""
    folded: tuple[float, int] | None = None
    """Where turns are left out, and how many."""
    width: float = GAP

    @property
    def height(self) -> float:
        """Of all lanes."""
        return self.tops[-1]


def shown(written: Sequence[Written]) -> list[str]:
    """Return what is shown of what a turn writes."""
    texts = [clip(one.shown, LONGEST) for one in written[:MOST]]
    if len(written) > MOST:
        texts[-1] = f"{clip(written[MOST - 1].shown, LONGEST - 5)} +{len(written) - MOST}"
    return texts


def room(written: Sequence[Written]) -> float:
    """Return the width of a turn that writes so."""
    return max([BOX, *(width(text) * CHAR for text in shown(written))])
