"""Why a line stands where it stands, in a sentence; and why a goal is out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from language.words import word
from turns.drawing.because import where
from turns.exploring.goals import Aim
from turns.recording.cause import Relation

if TYPE_CHECKING:
    from language.languages import Language
    from turns.exploring.findings import Findings
    from turns.exploring.goals import Goal


def sentence(found: Findings, line: int, language: Language) -> str:
    """Say why a line stands there; empty if nothing was found out about that."""
    return where(found.causes[line], language.folder) if line < len(found.causes) else ""


def proof(found: Findings, goal: Goal, language: Language) -> str:
    """Say why no schedule reaches an impossible goal."""
    place = found.causes[goal.line].place if goal.line < len(found.causes) else None
    if goal.aim is Aim.BETWEEN:
        is_one = place is not None and place.relation is Relation.SAME_TURN
        return word(language, "proof-one-turn" if is_one else "proof-nobody-prints")
    why = sentence(found, goal.line, language)
    return word(language, "proof-from" if why else "proof-program").format(cause=why)


def proofs(found: Findings, language: Language) -> dict[str, str]:
    """Return the proofs of all goals of the board that are impossible, by their indices there."""
    goals = found.board.goals if found.board else ()
    return {
        str(index): proof(found, goal, language)
        for index, goal in enumerate(goals)
        if goal.par is None
    }
