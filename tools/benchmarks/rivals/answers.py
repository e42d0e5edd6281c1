"""What a tool says about a program, as data that goes from one process to another."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypedDict

Outcome = tuple[tuple[str, ...], str]
"""The lines, and how the program ends: ``finished``, ``deadlock`` or ``failed``."""


class Answer(TypedDict):
    """What came of it."""

    outcomes: list[tuple[list[str], str]]
    """Those that were found, where they can be listed."""
    count: int
    """How many there are by what the tool knows, listed or not."""
    claim: str
    """In the tool's words, or nearly; empty if it claims nothing."""
    bounded: bool
    """The claim names a bound."""
    refuted: bool
    """Even within that bound there is an outcome that was not found."""
    runs: int
    last: float
    """Seconds until the last new outcome."""
    seconds: float
    """Seconds until the tool had done, or was stopped."""
    problem: str
    """Why the program cannot be measured so; empty if it could."""


class Own(Answer):
    """What `turns` says besides."""

    normal: list[str]
    """The lines of the normal run."""
    reversed: list[int]
    """The pairs of adjacent lines of it that some schedule reverses, by the first one's index."""
    foreign: list[tuple[list[str], str]]
    """What others found, and is none of all outcomes by what `turns` says."""


def numbered(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Tell equal lines apart by occurrence."""
    counts: Counter[str] = Counter()
    for text in texts:
        yield text, counts[text]
        counts[text] += 1


def reversed_pairs(normal: Iterable[str], outcomes: Iterable[Outcome]) -> set[int]:
    """Return the pairs of adjacent lines of which the second was printed without the first."""
    lines = [*numbered(normal)]
    found: set[int] = set()
    for texts, _ in outcomes:
        place = {line: at for at, line in enumerate(numbered(texts))}
        for index in range(len(lines) - 1):
            x, y = place.get(lines[index]), place.get(lines[index + 1])
            if y is not None and (x is None or x > y) and lines[index][0] != lines[index + 1][0]:
                found.add(index)
    return found
