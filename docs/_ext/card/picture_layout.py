"""Where everything stands in the picture of a film: lanes downwards, turns to the right."""

from __future__ import annotations

import math
from bisect import bisect
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import Any

from card.picture_parts import (
    FOLD,
    GAP,
    HEAD,
    JOB,
    LANE,
    MOMENT,
    PAUSE,
    ROW,
    TAIL,
    TOP,
    Bar,
    Box,
    Film,
    Layout,
    printed,
    room,
)


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
    jobs = film["jobs"]
    owners = [*(job[1] for job in jobs), *(one[0] for turn in drawn for one in turn["outside"])]
    layout.threads = sorted(dict.fromkeys(owners), key=lambda thread: thread is None)
    layout.tops = list(accumulate(_heights(drawn, layout), initial=float(TOP)))
    states = _states(film)
    clock = _Clock(layout, drawn)
    for index, turn in enumerate(drawn):
        if left_out and index == HEAD:
            layout.folded = (layout.width, left_out)
            layout.width += FOLD
            clock.time = turn["t"]
        clock.move_to(turn["t"])
        if has_box(turn):
            lane = layout.lanes.index(turn["task"])
            state = states.get((turn["n"], turn["task"]))
            box = Box(turn, lane, layout.tops[lane], layout.width, state)
            layout.boxes.append(box)
            layout.width += box.width + GAP
        following = drawn[index + 1]["n"] if index + 1 < len(drawn) else math.inf
        if any(turn["n"] <= (job[-1] or 0) < following for job in jobs):
            layout.width += JOB
        for (thread, time), asides in groupby(turn["outside"], key=itemgetter(0, 2)):
            clock.move_to(time)
            lane = len(layout.lanes) + layout.threads.index(thread)
            texts = [text for _, text, _ in asides]
            end = layout.width + room(texts)
            layout.outside.append((layout.width, lane, texts, end))
            layout.width = end + GAP
    layout.width += GAP
    _place_jobs(jobs, layout)
    return layout


class _Clock:
    """Makes room where the clock moves: the more, the longer it waits, but not in proportion."""

    def __init__(self, layout: Layout, drawn: list[Film]) -> None:
        """Begin at zero; find the shortest wait."""
        self.layout = layout
        self.time = 0.0
        times = [0.0]
        for turn in drawn:
            times += [turn["t"], *(time for _, _, time in turn["outside"])]
        moves = [later - time for time, later in pairwise(times) if later > time + MOMENT]
        self.least = min(moves, default=1.0)

    def move_to(self, time: float) -> None:
        """Draw the time that it is now, if that is another one."""
        if time > self.time + MOMENT:
            wide = PAUSE * min(3.0, math.sqrt((time - self.time) / self.least))
            self.layout.pauses.append((self.layout.width + wide / 2, time))
            self.layout.width += wide
            self.time = time


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


def _heights(drawn: list[Film], layout: Layout) -> list[float]:
    """Return the height of each lane: all that its turns print has room."""
    rows = [1] * (len(layout.lanes) + len(layout.threads))
    for turn in drawn:
        prints = [(layout.lanes.index(turn["task"]), turn["out"])] if has_box(turn) else []
        for thread, asides in groupby(turn["outside"], key=itemgetter(0)):
            lane = len(layout.lanes) + layout.threads.index(thread)
            prints.append((lane, [text for _, text, _ in asides]))
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
        if turn["int"] and turn["t"] > before["t"] + MOMENT:
            return None  # a timer
        if by in boxes:
            return boxes[by]
        turn, by = before, before["by"]
    if by not in layout.threads:
        return None
    lane = len(layout.lanes) + layout.threads.index(by)
    jobs = [bar for bar in layout.bars if bar.lane == lane and bar.begins < turn["n"]]
    return jobs[-1] if jobs else None
