"""What the first card of a page shows, for pictures that are drawn elsewhere: the order of its run.

A card puts it into its node, in the attribute ``order``; who reads it need not know cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docutils import nodes

ATTRIBUTE = "order"


class Kind(StrEnum):
    """What a row is."""

    TURN = "turn"
    """A turn begins."""
    ON = "on"
    """It goes on in another row."""
    PAUSE = "pause"
    """Nobody can run, and time passes."""
    OUTSIDE = "outside"
    """Something is printed outside of turns."""


class Line(StrEnum):
    """How a lane goes on between rows."""

    READY = "ready"
    WAITS = "waits"
    WORKS = "works"
    """It is a thread beside the loop."""


@dataclass(frozen=True, slots=True)
class Row:
    """A turn or a part of one, a printed line, or a pause."""

    kind: Kind
    lane: int | None
    """Whose row it is, from 0; None: nobody's."""
    number: int
    """Of the turn; 0 if it is none."""
    name: str
    """Whose turn begins, or who prints."""
    mark: str
    """The key of the mark of the line that is printed, such as ``queue``; empty if it has none."""
    word: str
    """The mark, in a word."""
    text: str
    """The line; if nothing is printed, what happens."""
    after: dict[int, Line]
    """How the lanes go on below."""

    @property
    def is_quiet(self) -> bool:
        """Nothing is printed in it."""
        return not self.mark


def first(doctree: nodes.document) -> tuple[Row, ...]:
    """Return the order that a page shows first; empty if it shows none."""
    found = (node for node in doctree.findall(nodes.Element) if ATTRIBUTE in node)
    return next((node[ATTRIBUTE] for node in found), ())
