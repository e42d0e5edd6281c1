"""Findings with as much in them as a test of cards needs."""

from collections.abc import Sequence
from typing import Any

from turns.exploring.findings import Findings, Mistaken
from turns.exploring.marks import Mark
from turns.exploring.nfa import End
from turns.exploring.outcomes import Outcome, Outcomes, Witness
from turns.exploring.schedule import Schedule
from turns.recording.cause import Cause, Place, Relation

NORMAL = Witness(Schedule("queue", ()), 0)


def findings(
    marks: Sequence[Mark],
    outcomes: dict[str, Outcomes] | None = None,
    together: tuple[tuple[int, int], ...] = (),
    causes: tuple[Cause, ...] = (),
    mistaken: tuple[Mistaken, ...] = (),
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
        causes=causes,
        departures=(),
        mistaken=mistaken,
        board=None,
    )


def outcomes(count: int, *ends: str, inexact: str = "") -> Outcomes:
    """Return outcomes, of which those are listed that end in these ways."""
    listed = [Outcome((), End(kind), NORMAL, 0) for kind in ends]
    return Outcomes(count, inexact, tuple(listed))


def outcomes_of(*runs: Sequence[str]) -> Outcomes:
    """Return outcomes that print these lines."""
    listed = [Outcome(tuple(texts), End("finished"), NORMAL, 0) for texts in runs]
    return Outcomes(len(runs), "", tuple(listed))


def placed(relation: Relation) -> Cause:
    """Return why a line stands where it stands, as far as the line above has to do with it."""
    return Cause("", "", Place(relation, None, None, None, None, None, None), None, 0)
