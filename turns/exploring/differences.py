"""What is different in an outcome from the normal run, as data: a few facts, not every line."""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.marks import number
from turns.exploring.promises import LineId


@dataclass(frozen=True, slots=True)
class Differences:
    """How the lines of an outcome differ from those of the normal run."""

    missing: tuple[str, ...]
    """Lines of the normal run that it does not have."""
    more: tuple[str, ...]
    """Lines that only it has."""
    before: tuple[str, str] | None
    """Of the lines that both have, the first that comes earlier, and the one that it comes before.
    """
    further: bool
    """That is not all: others change their places too."""


def differences(normal: Sequence[str], other: Sequence[str]) -> Differences:
    """Compare an outcome with the normal run; equal lines are told apart by occurrence."""
    usual, lines = [*number(normal)], [*number(other)]
    both = {*usual} & {*lines}
    first, second = ([line for line in one if line in both] for one in (usual, lines))
    pairs = enumerate(zip(first, second, strict=True))
    at = next((index for index, (one, two) in pairs if one != two), None)
    moved = first if at is None else _moved(first, second[at], at)
    return Differences(
        missing=tuple(text for text, nth in usual if (text, nth) not in both),
        more=tuple(text for text, nth in lines if (text, nth) not in both),
        before=None if at is None else (second[at][0], first[at][0]),
        further=moved != second,
    )


def _moved(lines: list[LineId], line: LineId, to: int) -> list[LineId]:
    rest = [one for one in lines if one != line]
    return [*rest[:to], line, *rest[to:]]
