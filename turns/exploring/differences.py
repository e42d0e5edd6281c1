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
    order: tuple[str, ...]
    """If that is not all, the lines that both have, in their new order: from the first to the last
    that stands elsewhere; else empty."""


def differences(normal: Sequence[str], other: Sequence[str]) -> Differences:
    """Compare an outcome with the normal run; equal lines are told apart by occurrence."""
    usual, lines = [*number(normal)], [*number(other)]
    both = {*usual} & {*lines}
    first, second = ([line for line in one if line in both] for one in (usual, lines))
    pairs = enumerate(zip(first, second, strict=True))
    at = next((index for index, (one, two) in pairs if one != two), None)
    is_all = at is None or _moved(first, second[at], at) == second
    end = next((n for n in range(len(both)) if first[-n - 1] != second[-n - 1]), 0)
    return Differences(
        missing=tuple(text for text, nth in usual if (text, nth) not in both),
        more=tuple(text for text, nth in lines if (text, nth) not in both),
        before=None if at is None else (second[at][0], first[at][0]),
        order=() if is_all else tuple(text for text, _ in second[at : len(second) - end]),
    )


def _moved(lines: list[LineId], line: LineId, to: int) -> list[LineId]:
    rest = [one for one in lines if one != line]
    return [*rest[:to], line, *rest[to:]]
