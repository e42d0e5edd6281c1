"""Grade texts, in this process."""

from pathlib import Path

from turns.exploring.explore import Effort
from turns.grading.challenge import Challenge
from turns.grading.grade import Verdict, grade
from turns.grading.grammar import parse
from turns.runtime.target import load

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "_challenges"
NAMES = sorted(path.stem for path in FOLDER.glob("*.py"))
UNHURRIED = Effort(seconds=300)


def challenge_of(code: str, goals: str) -> Challenge:
    """Return the challenge to change a program so."""
    docstring = '"""Do it.\n\n做到它。\n"""\n\n'
    return parse(f"{docstring}{code}\n{goals}\n# Rule: rule-fifo\n", Path("it.py")).challenge


def graded(challenge: Challenge, answer: str, folder: Path, effort: Effort = UNHURRIED) -> Verdict:
    """Return the verdict on a text."""
    path = folder / "answer.py"
    path.write_text(answer, encoding="utf-8")
    return grade(load(path), challenge, effort)
