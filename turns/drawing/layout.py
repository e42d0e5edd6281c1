"""Where everything stands in the picture of a recording: lanes downwards, turns to the right."""

import math
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter

from turns.drawing.parts import (
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
    Layout,
    Outside,
    room,
    shown,
)
from turns.recording.recording import Job, Recording, Turn


def has_box(turn: Turn) -> bool:
    """Tell whether a turn is drawn: an internal one only if it prints."""
    return not turn.internal or bool(turn.written)


def lay_out(recording: Recording) -> Layout:
    """Place lanes and turns."""
    states = {turn.number: state for turn, state in recording.states()}
    turns = [turn for turn in recording.turns if has_box(turn) or turn.outside]
    left_out = max(0, len(turns) - HEAD - TAIL)
    if left_out < 4:
        left_out = 0
    drawn = turns if not left_out else [*turns[:HEAD], *turns[-TAIL:]]
    layout = _lanes(recording, drawn)
    clock = _Clock(layout, drawn)
    for index, turn in enumerate(drawn):
        if left_out and index == HEAD:
            layout.folded = (layout.width, left_out)
            layout.width += FOLD
            clock.time = turn.begins
        clock.move_to(turn.begins)
        if has_box(turn):
            lane = layout.lanes.index(turn.task)
            box = Box(turn, lane, layout.tops[lane], layout.width, states[turn.number])
            layout.boxes.append(box)
            layout.width += box.width + GAP
        following = drawn[index + 1].number if index + 1 < len(drawn) else math.inf
        if any(turn.number <= (job.ends or 0) < following for job in recording.jobs):
            layout.width += JOB
        for (thread, time), lines in groupby(turn.outside, key=_source_and_time):
            clock.move_to(time)
            lane = len(layout.lanes) + layout.threads.index(thread)
            written = [line.written for line in lines]
            end = layout.width + room(written)
            layout.outside.append(Outside(lane, layout.width, end, written))
            layout.width = end + GAP
    layout.width += GAP
    _place_jobs(recording.jobs, layout)
    return layout


_source = attrgetter("thread")
_source_and_time = attrgetter("thread", "time")


def _lanes(recording: Recording, drawn: Sequence[Turn]) -> Layout:
    """Return a layout with a lane for each task, the loop and each thread that does something."""
    active = {turn.task for turn in drawn if has_box(turn)}
    layout = Layout([task.name for task in recording.tasks if task.name in active])
    if None in active:
        layout.lanes.append(None)
    owners: list[str | None] = [job.thread for job in recording.jobs]
    owners += [line.thread for turn in drawn for line in turn.outside]
    layout.threads = sorted(dict.fromkeys(owners), key=lambda thread: thread is None)
    layout.tops = list(accumulate(_heights(drawn, layout), initial=float(TOP)))
    return layout


class _Clock:
    """Makes room where the clock moves: the more, the longer it waits, but not in proportion."""

    def __init__(self, layout: Layout, drawn: Sequence[Turn]) -> None:
        """Begin at zero; find the shortest wait."""
        self.layout = layout
        self.time = 0.0
        times = [0.0]
        for turn in drawn:
            times += [turn.begins, *(line.time for line in turn.outside)]
        moves = [later - time for time, later in pairwise(times) if later > time + MOMENT]
        self.least = min(moves, default=1.0)

    def move_to(self, time: float) -> None:
        """Draw the time that it is now, if that is another one."""
        if time > self.time + MOMENT:
            wide = PAUSE * min(3.0, math.sqrt((time - self.time) / self.least))
            self.layout.pauses.append((self.layout.width + wide / 2, time))
            self.layout.width += wide
            self.time = time


def _place_jobs(jobs: Sequence[Job], layout: Layout) -> None:
    """Draw each job from the turn in which it begins to the turn before which it ends."""
    boxes = {box.turn.number: box for box in layout.boxes}
    for job in jobs:
        lane = len(layout.lanes) + layout.threads.index(job.thread)
        place = bisect(layout.boxes, job.begins, key=_number)
        x = layout.boxes[place - 1].end + GAP / 2 if place else GAP / 2
        place = len(boxes) if job.ends is None else bisect(layout.boxes, job.ends, key=_number)
        end = (layout.boxes[place].x if place < len(boxes) else layout.width) - GAP
        before = next((bar for bar in reversed(layout.bars) if bar.lane == lane), None)
        if before is not None and before.end > x:  # the thread has gone on to its next job
            x = before.end = (before.x + end) / 2
        end = max(end, x + GAP)
        top, maker = layout.tops[lane], boxes.get(job.asked_by)
        layout.bars.append(Bar(job.function, lane, top, x, end, job.begins, maker))


def _number(box: Box) -> int:
    return box.turn.number


def _heights(drawn: Sequence[Turn], layout: Layout) -> list[float]:
    """Return the height of each lane: all that its turns print has room."""
    rows = [1] * (len(layout.lanes) + len(layout.threads))
    for turn in drawn:
        prints = [(layout.lanes.index(turn.task), turn.written)] if has_box(turn) else []
        for thread, lines in groupby(turn.outside, key=_source):
            lane = len(layout.lanes) + layout.threads.index(thread)
            prints.append((lane, tuple(line.written for line in lines)))
        for lane, written in prints:
            rows[lane] = max(rows[lane], len(shown(written)))
    return [float(LANE + ROW * (count - 1)) for count in rows]


def waker(recording: Recording, box: Box, layout: Layout) -> Box | Bar | None:
    """Return what made this turn ready, through internal callbacks; None: the clock, or nobody.

    That is a turn, or the job of a thread.
    """
    turns = {turn.number: turn for turn in recording.turns}
    boxes = {other.turn.number: other for other in layout.boxes}
    turn = box.turn
    while turn.thread is None and turn.scheduled_by in turns:
        before = turns[turn.scheduled_by]
        if turn.internal and turn.begins > before.begins + MOMENT:
            return None  # a timer
        if before.number in boxes:
            return boxes[before.number]
        turn = before
    if turn.thread is None or turn.thread not in layout.threads:
        return None
    lane = len(layout.lanes) + layout.threads.index(turn.thread)
    jobs = [bar for bar in layout.bars if bar.lane == lane and bar.begins < turn.number]
    return jobs[-1] if jobs else None
