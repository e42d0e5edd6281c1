"""What a picture consists of, and how large it is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

Film = dict[str, Any]

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


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def clip(text: str, columns: int) -> str:
    """Cut a text to a number of columns."""
    if width(text) <= columns:
        return text
    while width(text) > columns - 1:
        text = text[:-1]
    return text + "…"


@dataclass
class Box:
    """A turn that is drawn."""

    turn: Film
    lane: int
    top: float
    """Of the lane."""
    x: float
    state: list[Any] | None
    """How its task is left: state, line, what it waits for; None for a callback."""

    @property
    def width(self) -> float:
        """With what stands below the box, and behind it."""
        return max(room(self.turn["out"]), SMALL * width(self.callback), BOX + self.sign)

    @property
    def callback(self) -> str:
        """The name below the box of a callback that prints nothing."""
        silent = self.state is None and not self.turn["out"]
        return clip(self.turn["cb"], LONGEST) if silent else ""

    @property
    def failure(self) -> str:
        """What it fails with."""
        state, _, error = self.state or ("callback", None, None)
        return clip(error or "", LONGEST) if state == "failed" else ""

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
    outside: list[tuple[float, int, list[str], float]] = field(default_factory=list)
    """Where something is printed outside of turns, in which lane, what, and where that ends."""
    tops: list[float] = field(default_factory=list)
    """Of each lane, and below the last one."""
    folded: tuple[float, int] | None = None
    """Where turns are left out, and how many."""
    width: float = GAP

    @property
    def height(self) -> float:
        """Of all lanes."""
        return self.tops[-1]


def printed(lines: list[str]) -> list[str]:
    """Return what is shown of the lines that a turn prints."""
    texts = [clip(line, LONGEST) for line in lines[:MOST]]
    if len(lines) > MOST:
        texts[-1] = f"{clip(lines[MOST - 1], LONGEST - 5)} +{len(lines) - MOST}"
    return texts


def room(lines: list[str]) -> float:
    """Return the width of a turn that prints so."""
    return max([BOX, *(width(text) * CHAR for text in printed(lines))])
