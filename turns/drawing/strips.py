"""The picture on paper and in EPUB, where nothing scrolls: strips below each other.

Each strip shows a part of what is drawn already, beside the lanes' names; CSS shows either the
picture or its strips (paper.css).
"""

from collections.abc import Iterator
from html import escape

from turns.drawing.parts import Layout
from turns.text import width

STRIP = 600
"""Width of a strip without the names, in the picture's units."""
MORE = 1.2
"""By how much a strip may be longer and drawn smaller, if it is the last."""
NAMES = 96
"""Width of the names."""
BOLD = 7
"""Width of a letter in a name."""
HEAD = 11
"""Before a turn: its arrow's head."""
CLOCK = 24
"""Half of what a time is wide."""


def names(lanes: list[tuple[str, str]], layout: Layout, ident: str) -> str:
    """Return the lanes' names, each with what stands below it, for all strips."""
    rows = "".join(
        f'<text class="name" x="0" y="{top + 16:g}"{_fitted(name)}>{escape(name)}</text>'
        f'<text class="on" x="0" y="{top + 31:g}">{escape(below)}</text>'
        for (name, below), top in zip(lanes, layout.tops, strict=False)
    )
    return f'<g id="{ident}-names" class="picture-drawing">{rows}</g>'


def _fitted(name: str) -> str:
    """Return the attributes of a name that are needed to keep it out of the drawing."""
    room = NAMES - HEAD
    return (
        f' textLength="{room}" lengthAdjust="spacingAndGlyphs"' if width(name) * BOLD > room else ""
    )


def below_each_other(layout: Layout, ident: str) -> str:
    """Return the strips of the picture, whose parts are the group ``ident``-all."""
    parts = "".join(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {NAMES + max(STRIP, end - start):g} {layout.height:g}" aria-hidden="true">'
        f"{strip(layout, ident, start, end)}</svg>"
        for start, end in cuts(layout, STRIP)
    )
    return f'<div class="picture-strips">{parts}</div>'


def strip(layout: Layout, ident: str, start: float, end: float) -> str:
    """Return the names, and beside them what is drawn between two places."""
    high = f"{layout.height:g}"
    return (
        f'<use xlink:href="#{ident}-names"/>'
        f'<svg x="{NAMES}" width="{end - start:g}" height="{high}"'
        f' viewBox="{start:g} 0 {end - start:g} {high}">'
        f'<use xlink:href="#{ident}-all"/></svg>'
    )


def cuts(layout: Layout, longest: float) -> Iterator[tuple[float, float]]:
    """Yield where each strip begins and ends: at most ``longest`` apart, and through no text."""
    drawn = [(box.x, box.x + box.width) for box in layout.boxes]
    drawn += [(one.x, one.end) for one in layout.outside]
    drawn += [(x - CLOCK, x + CLOCK) for x, _ in layout.pauses]
    start = 0.0
    while layout.width - start > MORE * longest:
        end = start + longest
        while cut := [x for x, right in drawn if x - HEAD < end < right and x - HEAD > start]:
            end = min(cut) - HEAD
        yield start, end
        start = end
    yield start, layout.width
