"""What all outcomes have in common, where they are too many to be listed."""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.nfa import Source
from turns.exploring.promises import LineId, earlier, missing

MOST_LINES = 60
"""Lines up to which all pairs are asked about."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which lines of the normal run there always are, and in which order; by index from 0."""

    always: tuple[int, ...]
    chains: tuple[tuple[int, ...], ...]
    """Each line but the first of a chain comes after the one before it, in every outcome that has
    it. Every line stands in one chain; lines of different ones may be bound, too."""


def shape(source: Source, lines: Sequence[LineId]) -> Shape | None:
    """Read it off; None if there are too many lines."""
    if len(lines) > MOST_LINES:
        return None

    def is_bound(x: LineId, y: LineId) -> bool:
        return not earlier(source.about(x[0], y[0]), x, y)

    chains: list[list[int]] = []
    for index, line in enumerate(lines):
        fitting = (chain for chain in chains if is_bound(lines[chain[-1]], line))
        chain = next(fitting, None)
        if chain is None:
            chains.append([index])
        else:
            chain.append(index)
    always = (i for i, line in enumerate(lines) if not missing(source.about(line[0]), line))
    return Shape(tuple(always), tuple(map(tuple, chains)))
