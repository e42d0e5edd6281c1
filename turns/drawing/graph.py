"""The lines and signs of one row of a picture, as SVG.

A row is as high as its text: its lines end where its frame does; all else is drawn near its top.
"""

import math
from collections.abc import Iterator, Mapping

from turns.drawing.rows import Kind, Line, Link, Owner, Picture, Row
from turns.recording.recording import State

LANE = 20
"""From one lane to the next, in pixels; so is everything here."""
NARROW, ROOM = 10, 120
"""The least distance of lanes, and the width that many lanes share."""
MARGIN = 14
"""Before the first lane and behind the last."""
MIDDLE = 15
"""Where a turn stands, from the top of its row."""
LOW = 30
"""Where arrows end, and lanes begin."""
NODE = 8
"""Half of what a turn is wide and high."""
LEAST = 31
"""Height of a row."""
HELD = 28
"""How much higher one is that shows how long the thread was held."""
_HEAD = 6
"""Of an arrow."""
_SIGNS = {
    State.DONE: "m-4 0l3 4 5-8",
    State.FAILED: "m-3.5-3.5l7 7m0-7l-7 7",
    State.CANCELLED: "m-5.5 5.5l11-11",
    State.STOPPED: "m-5.5 5.5l11-11",
}
"""What stands in a turn in which its task ends, from its middle."""


def distance(picture: Picture) -> float:
    """Return how far lanes are apart."""
    return max(NARROW, min(LANE, ROOM / picture.width))


def height(picture: Picture, index: int) -> float:
    """Return the least height of a row: of a turn that holds the thread, more the longer it does.

    The shortest one has one measure, and one that takes four times as long has two.
    """
    row = picture.rows[index]
    if row.kind is not Kind.HELD:
        return LEAST
    held = [one.held for one in picture.rows if one.kind is Kind.HELD and one.held]
    return LEAST + HELD * (min(3.0, math.sqrt(row.held / min(held))) if row.held else 1)


def width(picture: Picture) -> float:
    """Return the width of all lanes."""
    return 2 * MARGIN + distance(picture) * (picture.width - 1)


def draw(picture: Picture, index: int) -> str:
    """Return what a row shows."""
    row, apart = picture.rows[index], distance(picture)
    places = {owner: MARGIN + apart * lane for owner, lane in picture.lanes[index].items()}
    before = picture.rows[index - 1].after if index else {}
    parts = [*_lanes(row, before, places)]
    own = places.get(row.owner) if row.owner is not None else None
    if row.kind is Kind.PAUSE:
        parts.append(f'<path class="pause" d="M0 {MIDDLE}H{width(picture):g}"/>')
    if own is not None:
        parts += [arrow(one.link, own, places[one.to]) for one in row.arrows]
        parts.append(_own(row, own))
    return "".join(parts)


def _own(row: Row, x: float) -> str:
    if row.turn is not None and row.kind not in {Kind.HELD, Kind.FIRED}:
        return node(x, MIDDLE, row.ends, is_callback=row.turn.task is None)
    if row.kind is Kind.JOB:
        return node(x, MIDDLE, State.DONE)
    if row.kind is Kind.OUTSIDE:
        return printed(x, MIDDLE)
    return ""


def _lanes(row: Row, before: Mapping[Owner, Line], places: Mapping[Owner, float]) -> Iterator[str]:
    """Yield the lanes, from above and on."""
    for owner, x in places.items():
        line, following = before.get(owner), row.after.get(owner)
        is_own = owner == row.owner
        if line is None and is_own and row.kind is Kind.TURN:
            line = Line.READY  # since before there was anything to see
        is_late = following is Line.LATE
        if (row.kind is Kind.HELD and not is_late) or (line is following and not is_own):
            yield lane(line, x)  # what else changes, changes at the end
        else:
            change = MIDDLE if is_own else LOW
            yield lane(line, x, end=f"{change:g}")
            yield lane(following, x, start=change)


def lane(line: Line | None, x: float, start: float = 0, end: str = "100%") -> str:
    """Return how a lane goes on, down to the end of the row's frame or a place in it."""
    begin = f' y1="{start:g}"' if start else ""
    return "".join(
        f'<line class="lane {line}" x1="{place:g}"{begin} x2="{place:g}" y2="{end}"/>'
        for place in ((x - 2, x + 2) if line is Line.THREAD else (x,))
        if line is not None
    )


def node(x: float, y: float, ends: State | None, *, is_callback: bool = False) -> str:
    """Return the sign of a turn; of one in which its task ends, with how."""
    kind = "callback" if is_callback else ends or "turn"
    sign = f'<path class="sign" d="M{x:g} {y:g}{_SIGNS[ends]}"/>' if ends in _SIGNS else ""
    return f'<circle class="node {kind}" cx="{x:g}" cy="{y:g}" r="{NODE}"/>{sign}'


def printed(x: float, y: float) -> str:
    """Return the sign of what a thread prints."""
    return f'<circle class="printed" cx="{x:g}" cy="{y:g}" r="3.5"/>'


def arrow(link: Link, start: float, end: float) -> str:
    """Return an arrow from a row's own lane down to another."""
    side = 1 if end > start else -1
    bend = end - side * min(LANE / 2, abs(end - start))
    curve = f"M{start:g} {MIDDLE}H{bend:g}Q{end:g} {MIDDLE} {end:g} {LOW - 4}"
    return (
        f'<path class="{link}" d="{curve}"/>'
        f'<path class="head {link}-head" d="M{end - 4:g} {LOW - _HEAD:g}h8l-4 {_HEAD}z"/>'
    )
