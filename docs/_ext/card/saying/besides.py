"""What is to be said of a program that no card has room for: who is who, and what is not proven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from card.saying.causes import sentence
from card.saying.sentences import sentence as whole
from turns.drawing.fates import first_fates
from turns.drawing.introducing import introduce
from turns.drawing.unproven import unproven
from turns.exploring.explore import why_unproven
from turns.recording.fates import fates

if TYPE_CHECKING:
    from language.languages import Language
    from turns.exploring.findings import Findings


@dataclass(frozen=True, slots=True)
class Besides:
    """In sentences."""

    tasks: str
    """Which coroutines the tasks run that are spoken of; empty if none is."""
    facts: tuple[str, ...]
    """What became of tasks, where no line of output tells it."""
    unproven: tuple[str, ...]
    """Why nothing is proven, if so."""


def besides(found: Findings, language: Language) -> Besides:
    """Return all of it."""
    lang = language.folder
    facts = tuple(first_fates(fates(found.recording), lang))
    causes = (sentence(found, index, language) for index in range(len(found.marks)))
    return Besides(
        tasks=introduce(found.recording, (*causes, *facts), lang),
        facts=facts,
        unproven=tuple(whole(one, language) for one in unproven(why_unproven(found.unknown), lang)),
    )
