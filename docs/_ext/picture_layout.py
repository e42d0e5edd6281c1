"""Where everything stands in the picture of a film: lanes downwards, turns to the right."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

Film = dict[str, Any]

LANE = 52
"""Height of a lane, in units that are pixels on the screen; so is everything here."""
TOP = 26
"""Above the first lane: the clock."""
BOX = 24
"""Height and least width of a turn."""
GAP = 12
"""Between two turns."""
PAUSE = 52
"""Where the clock moves."""
FOLD = 96
CHAR = 7.3
"""Width of a character of output; those of Chinese are twice as wide."""
LONGEST = 26
"""Characters of output that are shown of a line."""
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
    x: float
    width: float
    state: list[Any] | None
    """How its task is left: state, line, what it waits for; None for a callback."""

    @property
    def y(self) -> float:
        """The top of the box."""
        return TOP + self.lane * LANE + 4

    @property
    def middle(self) -> float:
        """The middle of the box, from above."""
        return self.y + BOX / 2

    @property
    def end(self) -> float:
        """The right end of the box itself; what it prints may reach further."""
        return self.x + BOX


@dataclass
class Layout:
    """The whole picture."""

    lanes: list[str | None]
    """Tasks by name; None is the loop, for callbacks that are no task's."""
    boxes: list[Box] = field(default_factory=list)
    pauses: list[tuple[float, float]] = field(default_factory=list)
    """Where the clock moves, and to what time, in seconds."""
    outside: list[tuple[float, list[str]]] = field(default_factory=list)
    """Where something is printed outside of turns, and what."""
    folded: tuple[float, int] | None = None
    """Where turns are left out, and how many."""
    width: float = 0

    @property
    def height(self) -> float:
        """Of all lanes, and of a last one for what is printed outside of turns."""
        return TOP + (len(self.lanes) + bool(self.outside)) * LANE


def shown(film: Film) -> list[Film]:
    """Return the turns that are drawn: internal ones only if something is printed meanwhile."""
    return [t for t in film["turns"] if not t["int"] or t["out"] or t["outside"]]


def lay_out(film: Film) -> Layout:
    """Place lanes and turns."""
    turns = shown(film)
    left_out = max(0, len(turns) - HEAD - TAIL)
    if left_out < 4:
        left_out = 0
    drawn = turns if not left_out else [*turns[:HEAD], *turns[-TAIL:]]
    active = {turn["task"] for turn in drawn}
    layout = Layout([task["name"] for task in film["tasks"] if task["name"] in active])
    if None in active:
        layout.lanes.append(None)
    states = _states(film)
    x, time = float(GAP), 0.0
    for index, turn in enumerate(drawn):
        if left_out and index == HEAD:
            layout.folded = (x, left_out)
            x += FOLD
        elif turn["t"] > time + 1e-5:
            layout.pauses.append((x + PAUSE / 2, turn["t"]))
            x += PAUSE
        time = turn["t"]
        room = _room(turn["out"])
        lane = layout.lanes.index(turn["task"])
        layout.boxes.append(Box(turn, lane, x, room, states.get((turn["n"], turn["task"]))))
        x += room + GAP
        if turn["outside"]:
            layout.outside.append((x, turn["outside"]))
            x += _room(turn["outside"]) + GAP
    layout.width = x + GAP
    return layout


def _room(texts: list[str]) -> float:
    """Return the width of a turn that prints so."""
    return max([BOX, *(width(clip(text, LONGEST)) * CHAR for text in texts)])


def _states(film: Film) -> dict[tuple[int, str], list[Any]]:
    """Return the state of each task after each of its turns."""
    current: dict[str, list[Any]] = {}
    found = {}
    for turn in film["turns"]:
        current |= turn["tasks"]
        if turn["task"] in current:
            found[turn["n"], turn["task"]] = current[turn["task"]]
    return found


def waker(film: Film, box: Box, boxes: dict[int, Box]) -> Box | None:
    """Return the turn that made this one ready, through internal callbacks; None: the clock."""
    turns = {turn["n"]: turn for turn in film["turns"]}
    turn, number = box.turn, box.turn["by"]
    while number in turns:
        before = turns[number]
        if turn["int"] and turn["t"] > before["t"] + 1e-5:
            return None  # a timer
        if number in boxes:
            return boxes[number]
        turn, number = before, before["by"]
    return None
