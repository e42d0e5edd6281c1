"""Questions that are answered by choosing: what a line says, and who promises its place.

The right answer is what was found out. The wrong ones of a value are what those expect who make a
common mistake (`turns.exploring.mistakes`), or what another schedule prints; each is known by that.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from card.agreement import places
from turns.recording.cause import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from turns.exploring.findings import Findings
    from turns.snippet.grammar import ExpectedLine

PROMISES = ("program", "documented", "clock", "queue", "nobody")
"""Who may promise the place of a line, the strongest first."""
RIGHT = "right"
SCHEDULE, CLOCK, COUNTED, LATER = "schedule", "clock", "counted", "later"
"""What is behind wrong answers that nobody believes for a reason of asyncio's."""
LEAST, MOST = 3, 4
"""Answers to choose from."""
LONGEST = 60
"""Letters of a line that can be asked about."""
_VALUE = re.compile(r"\d+|\b(?:True|False)\b|\['.*'\]")
"""A value in a line."""
OWN_TURN = (Relation.FIRST, Relation.SAME_TURN, Relation.SAME_TASK)
"""Relations to the line above about which nobody has to think."""


@dataclass(frozen=True)
class Choice:
    """A question: about a line, by its index in the output, with its answers."""

    line: int
    answers: tuple[tuple[str, str], ...]
    """Of each answer what is behind it: `RIGHT`, a mistake, or a mark; and its text."""
    right: str
    """What is behind the right one."""
    above: tuple[str, ...]
    """The lines of the output that the reader sees."""


def values(found: Findings, expected: Sequence[ExpectedLine]) -> Choice | None:
    """Ask what is printed next where most would be wrong; None if there is no such line."""
    texts = [mark.text for mark in found.marks]
    asked = {line: _wrong(found, line) for line in _certain(found, expected)}
    asked = {line: wrong for line, wrong in asked.items() if len(wrong) >= LEAST - 1}
    if not asked:
        return None
    line = max(asked, key=lambda one: (*_believed(texts, asked[one]), -one))
    answers = [(RIGHT, texts[line])]
    answers += [(name, text) for text, name in asked[line].items()][: MOST - 1]
    random.Random(found.name).shuffle(answers)  # noqa: S311 - nobody has to be kept from guessing
    return Choice(line, tuple(answers), RIGHT, tuple(texts[:line]))


def promise(found: Findings, expected: Sequence[ExpectedLine]) -> Choice | None:
    """Ask who promises that a line stands after the one above; None if there is no such line."""
    texts = [mark.text for mark in found.marks]
    told = Counter(texts)
    asked = [
        line
        for line in _certain(found, expected)
        if line
        and found.marks[line].because in PROMISES
        and found.marks[line].departs != "missing"  # else it is not about its place
        and found.causes[line].place.relation not in OWN_TURN
        and len(texts[line - 1]) <= LONGEST
        and told[texts[line]] == told[texts[line - 1]] == 1
    ]
    if not asked:
        return None
    marks = Counter(found.marks[line].because for line in asked)
    line = min(asked, key=lambda one: marks[found.marks[one].because])  # what stands out
    answers = tuple((mark, texts[line]) for mark in PROMISES)
    return Choice(line, answers, found.marks[line].because, tuple(texts))


def _certain(found: Findings, expected: Sequence[ExpectedLine]) -> Iterator[int]:
    """Yield the lines that are printed so, and there, in every run."""
    texts = [mark.text for mark in found.marks]
    for index, line in sorted(places(expected, texts).items(), key=lambda pair: pair[1]):
        same = expected[index].group is None and expected[index].text == texts[line]
        if same and len(texts[line]) <= LONGEST:
            yield line


def _wrong(found: Findings, line: int) -> dict[str, str]:
    """Return what may be taken for a line, each with what is behind it, the likeliest first.

    That is what comes where another run begins to be another one, or another value in the line;
    and what is easily told from it, where that is not enough. Nothing if nobody would be wrong.
    """
    texts = [mark.text for mark in found.marks]
    wrong: dict[str, str] = {}
    for name, others in _runs(found):
        for text in others:
            if text not in texts and _form(text) == _form(texts[line]):
                wrong.setdefault(text, name)
        if list(others[:line]) == texts[:line] and line < len(others):
            wrong.setdefault(others[line], name)
    wrong = {text: name for text, name in wrong.items() if text not in texts[: line + 1]}
    for text, name in _filling(texts, line, wrong) if wrong else ():
        if len(wrong) < LEAST - 1:
            wrong.setdefault(text, name)
    return wrong


def _believed(texts: list[str], wrong: dict[str, str]) -> tuple[int, int, int]:
    """Count the answers that are another value, that a mistake is behind, that are good ones."""
    good = [name for name in wrong.values() if name not in {COUNTED, LATER}]
    forms = {_form(text) for text in texts}
    values = [text for text in wrong if text not in texts and _form(text) in forms]
    return len(values), len([name for name in good if name not in {SCHEDULE, CLOCK}]), len(good)


def _runs(found: Findings) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield other runs of the program: as it is believed to work, then under other schedules."""
    yield from ((one.mistake, one.texts) for one in found.mistaken)
    for name, mode in ((SCHEDULE, "queue"), (CLOCK, "clock")):
        if mode in found.outcomes:
            yield from ((name, one.texts) for one in found.outcomes[mode].listed)


def _form(text: str) -> str:
    """Return a text without its values."""
    return _VALUE.sub("#", text)


def _filling(texts: list[str], line: int, wrong: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield answers that are easily told from the right one, for want of better ones.

    A number that somebody gets wrong for a reason can also be got wrong by one.
    """
    numbers = list(re.finditer(r"\d+", texts[line]))
    if numbers and any(_form(text) == _form(texts[line]) for text in wrong if text not in texts):
        last = numbers[-1]
        for by in (1, -1):
            counted = str(int(last[0]) + by)
            yield texts[line][: last.start()] + counted + texts[line][last.end() :], COUNTED
    yield from ((text, LATER) for text in texts[line + 1 :] if text not in texts[: line + 1])
