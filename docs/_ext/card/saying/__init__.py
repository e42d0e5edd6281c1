"""What a card says of its program, as plain data: all sentences, and nothing of how they are shown.

Pages are made of it while the site is built, and by a script in the browser of what `turns` found
out there. So nothing here may need docutils or Sphinx: this package goes into the browser with the
words of `language` and with `turns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from card.saying.besides import Besides, besides
from card.saying.causes import proofs
from card.saying.lines import Line, line
from card.saying.outcomes import Outcomes, all_outcomes
from language.languages import BY_FOLDER
from turns.recording.codec import encode

if TYPE_CHECKING:
    from language.languages import Language
    from turns.exploring.findings import Findings


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said of findings."""

    lines: tuple[Line, ...]
    """One for each line of output."""
    outcomes: Outcomes
    proofs: dict[str, str]
    """Why goals of the board are out of reach, by their indices there."""
    besides: Besides
    """What cards of the built pages leave out."""


def say(found: Findings, language: Language) -> Said:
    """Return what there is to say of what was found out about a program."""
    return Said(
        lines=tuple(line(found, index, language) for index in range(len(found.marks))),
        outcomes=all_outcomes(found, language),
        proofs=proofs(found, language),
        besides=besides(found, language),
    )


def prove(found: Findings, folder: str) -> dict[str, str]:
    """Return the proofs alone, in the language with this folder: see `turns.browser.answers`."""
    return proofs(found, BY_FOLDER[folder])


def describe(found: Findings, folder: str) -> dict[str, Any]:
    """Return all of it as JSON has it, in the language with this folder."""
    said: dict[str, Any] = encode(say(found, BY_FOLDER[folder]))
    return said
