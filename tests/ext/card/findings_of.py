"""Findings with as much in them as a test of cards needs."""

from collections.abc import Sequence
from typing import Any

from turns.exploring.findings import Findings
from turns.exploring.marks import Mark
from turns.exploring.nfa import End
from turns.exploring.outcomes import Outcome, Outcomes, Witness
from turns.exploring.schedule import Schedule

NORMAL = Witness(Schedule("queue", ()), 0)


def findings(
    marks: Sequence[Mark],
    outcomes: dict[str, Outcomes] | None = None,
    together: tuple[tuple[int, int], ...] = (),
) -> Findings:
    """Return findings of a program that has no recording."""
    recording: Any = None
    return Findings(
        name="a/b",
        digest="0",
        recording=recording,
        marks=tuple(marks),
        together=together,
        outcomes=outcomes or {},
        orders=None,
        documented=None,
        unknown=(),
        causes=(),
        departures=(),
    )


def outcomes(count: int, *ends: str, inexact: str = "") -> Outcomes:
    """Return outcomes, of which those are listed that end in these ways."""
    listed = [Outcome((), End(kind), NORMAL, 0) for kind in ends]
    return Outcomes(count, inexact, tuple(listed))
