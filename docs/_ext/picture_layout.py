"""Where everything stands in the picture of a film: lanes downwards, turns to the right."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import itemgetter
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
LONGEST = 26
"""Characters of output that are shown of a line."""
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
    width: float
    state: list[Any] | None
    """How its task is left: state, line, what it waits for; None for a callback."""

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
    outside: list[tuple[float, int, list[str]]] = field(default_factory=list)
    """Where something is printed outside of turns, in which lane, and what."""
    tops: list[float] = field(default_factory=list)
    """Of each lane, and below the last one."""
    folded: tuple[float, int] | None = None
    """Where turns are left out, and how many."""
    width: float = 0

    @property
    def height(self) -> float:
        """Of all lanes."""
        return self.tops[-1]


def has_box(turn: Film) -> bool:
    """Tell whether a turn is drawn: an internal one only if it prints."""
    return not turn["int"] or bool(turn["out"])


def lay_out(film: Film) -> Layout:
    """Place lanes and turns."""
    turns = [turn for turn in film["turns"] if has_box(turn) or turn["outside"]]
    left_out = max(0, len(turns) - HEAD - TAIL)
    if left_out < 4:
        left_out = 0
    drawn = turns if not left_out else [*turns[:HEAD], *turns[-TAIL:]]
    active = {turn["task"] for turn in drawn if has_box(turn)}
    layout = Layout([task["name"] for task in film["tasks"] if task["name"] in active])
    if None in active:
        layout.lanes.append(None)
    asides = [aside for turn in drawn for aside in turn["outside"]]
    jobs = film["jobs"]
    threads = dict.fromkeys([*(job[1] for job in jobs), *(thread for thread, _ in asides)])
    layout.threads = sorted(threads, key=lambda thread: thread is None)
    layout.tops = list(accumulate(_heights(drawn, layout), initial=float(TOP)))
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
        if has_box(turn):
            room = _room(turn["out"])
            lane = layout.lanes.index(turn["task"])
            state = states.get((turn["n"], turn["task"]))
            layout.boxes.append(Box(turn, lane, layout.tops[lane], x, room, state))
            x += room + GAP
        following = drawn[index + 1]["n"] if index + 1 < len(drawn) else math.inf
        if any(turn["n"] <= (job[-1] or 0) < following for job in jobs):
            x += JOB
        for thread, aside in groupby(turn["outside"], key=itemgetter(0)):
            texts = [text for _, text in aside]
            lane = len(layout.lanes) + layout.threads.index(thread)
            layout.outside.append((x, lane, texts))
            x += _room(texts) + GAP
    layout.width = x + GAP
    _place_jobs(jobs, layout)
    return layout


def _place_jobs(jobs: list[Any], layout: Layout) -> None:
    """Draw each job from the turn in which it begins to the turn before which it ends."""
    boxes = {box.turn["n"]: box for box in layout.boxes}
    for name, thread, by, begins, ends in jobs:
        lane = len(layout.lanes) + layout.threads.index(thread)
        place = bisect(layout.boxes, begins, key=_number)
        x = layout.boxes[place - 1].end + GAP / 2 if place else GAP / 2
        place = len(boxes) if ends is None else bisect(layout.boxes, ends, key=_number)
        end = (layout.boxes[place].x if place < len(boxes) else layout.width) - GAP
        before = next((bar for bar in reversed(layout.bars) if bar.lane == lane), None)
        if before is not None and before.end > x:  # the thread has gone on to its next job
            x = before.end = (before.x + end) / 2
        end = max(end, x + GAP)
        layout.bars.append(Bar(name, lane, layout.tops[lane], x, end, begins, boxes.get(by)))


def _number(box: Box) -> int:
    return int(box.turn["n"])


def _room(texts: list[str]) -> float:
    """Return the width of a turn that prints so."""
    return max([BOX, *(width(text) * CHAR for text in printed(texts))])


def printed(lines: list[str]) -> list[str]:
    """Return what is shown of the lines that a turn prints."""
    texts = [clip(line, LONGEST) for line in lines[:MOST]]
    if len(lines) > MOST:
        texts[-1] = f"{clip(lines[MOST - 1], LONGEST - 5)} +{len(lines) - MOST}"
    return texts


def _heights(drawn: list[Film], layout: Layout) -> list[float]:
    """Return the height of each lane: all that its turns print has room."""
    rows = [1] * (len(layout.lanes) + len(layout.threads))
    for turn in drawn:
        prints = [(layout.lanes.index(turn["task"]), turn["out"])] if has_box(turn) else []
        for thread, asides in groupby(turn["outside"], key=itemgetter(0)):
            lane = len(layout.lanes) + layout.threads.index(thread)
            prints.append((lane, [text for _, text in asides]))
        for lane, texts in prints:
            rows[lane] = max(rows[lane], len(printed(texts)))
    return [float(LANE + ROW * (count - 1)) for count in rows]


def _states(film: Film) -> dict[tuple[int, str], list[Any]]:
    """Return the state of each task after each of its turns."""
    current: dict[str, list[Any]] = {}
    found = {}
    for turn in film["turns"]:
        current |= turn["tasks"]
        if turn["task"] in current:
            found[turn["n"], turn["task"]] = current[turn["task"]]
    return found


def waker(film: Film, box: Box, layout: Layout) -> Box | Bar | None:
    """Return what made this turn ready, through internal callbacks; None: the clock, or nobody.

    That is a turn, or the job of a thread.
    """
    turns = {turn["n"]: turn for turn in film["turns"]}
    boxes = {other.turn["n"]: other for other in layout.boxes}
    turn, by = box.turn, box.turn["by"]
    while by in turns:
        before = turns[by]
        if turn["int"] and turn["t"] > before["t"] + 1e-5:
            return None  # a timer
        if by in boxes:
            return boxes[by]
        turn, by = before, before["by"]
    if by not in layout.threads:
        return None
    lane = len(layout.lanes) + layout.threads.index(by)
    jobs = [bar for bar in layout.bars if bar.lane == lane and bar.begins < turn["n"]]
    return jobs[-1] if jobs else None
