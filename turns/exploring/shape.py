"""What all outcomes have in common, where they are too many to be listed."""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.nfa import Nfa
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


def shape(nfa: Nfa, lines: Sequence[LineId]) -> Shape | None:
    """Read it off; None if there are too many lines."""
    if len(lines) > MOST_LINES:
        return None
    chains: list[list[int]] = []
    for index, line in enumerate(lines):
        fitting = (chain for chain in chains if not earlier(nfa, lines[chain[-1]], line))
        chain = next(fitting, None)
        if chain is None:
            chains.append([index])
        else:
            chain.append(index)
    always = (index for index, line in enumerate(lines) if not missing(nfa, line))
    return Shape(tuple(always), tuple(map(tuple, chains)))
