"""What is said of each line of an output: its mark, what that means, and what else explains it.

`turns.exploring.explore` computes the marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from card.saying import causes, rules
from language.words import word

if TYPE_CHECKING:
    from language.languages import Language
    from turns.exploring.findings import Findings


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one line; what there is nothing to say about is empty."""

    because: str
    """Its mark, by its key: ``program``, ``documented``, ``clock``, …"""
    name: str
    """The mark, in a word."""
    why: str
    """What the mark promises of this line, and how the line departs."""
    cause: str
    """Why it stands there in this run."""
    rule: str
    """The name of the rule behind that, such as ``rule-fifo``."""
    bracket: str
    """Where it stands among lines between which nothing ever comes: ``first``, ``inside``, ``last``
    or ``out``; empty if the program has no such lines."""
    schedule: str
    """That of another run, in which it departs."""
    said: str
    """What is different in that run."""
    what_if: str
    """What the button says that plays it."""


def line(found: Findings, index: int, language: Language) -> Line:
    """Return what is said of the line with an index."""
    mark = found.marks[index]
    return Line(
        because=mark.because,
        name=word(language, f"mark-{mark.because}"),
        why=why(found, index, language),
        cause=causes.sentence(found, index, language),
        rule=rules.rule(found, index),
        bracket=_bracket(found, index) if found.together else "",
        schedule=str(mark.witness.schedule) if mark.witness else "",
        said=_departing(found, index, language) if mark.witness else "",
        what_if=word(language, f"what-if-{mark.departs}") if mark.witness else "",
    )


def why(found: Findings, index: int, language: Language) -> str:
    """Say what the mark means of this line: what it promises, and how the line departs."""
    one = found.marks[index]
    # Above the first line there is none: it is a matter of its being printed.
    what = one.departs or ("earlier" if index else "missing")
    above = found.marks[index - 1].text if index else ""
    said = word(language, f"mark-{one.because}-{what}").format(line=one.text, above=above)
    if one.because == "unknown" and one.departs:
        said += word(language, f"mark-found-{one.departs}").format(line=one.text, above=above)
    return said


def _bracket(found: Findings, index: int) -> str:
    stretch = next((one for one in found.together if one[0] <= index <= one[1]), None)
    if stretch is None:
        return "out"
    return {stretch[0]: "first", stretch[1]: "last"}.get(index, "inside")


def _departing(found: Findings, index: int, language: Language) -> str:
    """Say what is different in the run of a mark's witness."""
    one = found.marks[index]
    above = found.marks[index - 1].text if index else ""
    return word(language, f"what-if-said-{one.departs}").format(line=one.text, above=above)
