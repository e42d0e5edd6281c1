"""What was found about a program, as text for a terminal, as JSON and as Markdown."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from turns.commands.common import LONG, compared, remarks
from turns.drawing import problems
from turns.drawing.because import because
from turns.drawing.fates import fate, first_fates
from turns.drawing.introducing import introduce
from turns.drawing.markdown import Line, markdown
from turns.drawing.unproven import unproven
from turns.drawing.words import counted, say
from turns.exploring.explore import Exploration, why_unproven
from turns.exploring.marks import Mark
from turns.recording.cause import Cause
from turns.recording.codec import encode
from turns.recording.fates import Fact
from turns.recording.recording import Recording
from turns.runtime.execute import Outcome
from turns.text import clip, width, wrapped

COLUMNS = 100
_FIRST_ERRORS, _LAST_ERRORS = 8, 12
"""Lines of standard error that are shown, of many: what a traceback says is at its end."""
_WAITING = 20
"""Lines that say who waits for what."""
_MARKS = ("program", "documented", "clock", "queue", "nobody", "unknown")
_BAR = "\N{BOX DRAWINGS LIGHT VERTICAL}"


@dataclass(frozen=True)
class Answer:
    """What was found about a program, and how it is said."""

    name: str
    found: Exploration
    lang: str
    recording: Recording | None = None
    """Of the normal run, if it could be repeated."""
    causes: Sequence[Cause] = ()
    fates: Sequence[Fact] = ()
    """What became of tasks, where no line tells it."""

    def facts(self) -> list[str]:
        """Say the first of what became of tasks."""
        return first_fates(self.fates, self.lang)

    def sentence(self, index: int) -> str:
        """Say why a line stands where it stands; empty if that is not known."""
        if index >= len(self.causes):
            return ""
        return because(self.causes[index], self.lang)


def as_json(answer: Answer) -> dict[str, Any]:
    """Return what was found, as JSON has it, and how far the search went."""
    found = answer.found
    document: dict[str, Any] = {
        "file": answer.name,
        "python": ".".join(str(number) for number in sys.version_info[:3]),
        "lines": [_line(mark, answer, index) for index, mark in enumerate(found.marks)],
        "together": [[first + 1, last + 1] for first, last in found.together],
        "outcomes": {
            mode: {"count": one.count, "exact": not one.inexact, "inexact": one.inexact}
            for mode, one in found.outcomes.items()
        },
        "unknown": list(found.unknown),
        "facts": [encode(one) | {"sentence": fate(one, answer.lang)} for one in answer.fates],
        "stderr": found.normal.stderr,
        "remarks": [
            *remarks(found.normal, answer.recording, answer.lang),
            *compared(found.normal, answer.lang),
        ],
    }
    problem = found.normal.problem
    if problem is not None:
        document["problem"] = {"kind": problem.kind, "message": str(problem)}
    if found.normal.error is not None:
        document["error"] = found.normal.error
    return document


def _line(mark: Mark, answer: Answer, index: int) -> dict[str, Any]:
    line: dict[str, Any] = {"text": mark.text, "because": mark.because}
    if mark.departs:
        line["departs"] = mark.departs
    if mark.witness is not None:
        line["witness"] = str(mark.witness.schedule)
        line["departures"] = mark.witness.departures
    if index < len(answer.causes):
        line["cause"] = encode(answer.causes[index])
        line["sentence"] = answer.sentence(index)
    return line


def as_text(answer: Answer, columns: int) -> Iterator[str]:
    """Yield the output with marks and causes, what they mean, and how far the search went.

    Causes are so many ``columns`` wide at most.
    """
    found, lang = answer.found, answer.lang
    marks = found.marks[:LONG]
    words = [say(lang, mark.because) for mark in marks]
    column = max(map(width, words), default=0)
    texts = [clip(mark.text, COLUMNS) for mark in marks]
    edge = max(map(width, texts), default=0)
    for index, (mark, word, text) in enumerate(zip(marks, words, texts, strict=True)):
        hint = f"  {_padded(say(lang, mark.departs), 7)}" if mark.departs else ""
        hint += f"  --witness {index + 1}" if mark.witness else ""
        yield f"{_padded(word, column)} {_BAR} {_padded(text, edge)}{hint}".rstrip()
        for line in wrapped(answer.sentence(index), columns - column - 6):
            yield f"{' ' * column} {_BAR}   {line}"
    if len(found.marks) > LONG:
        yield say(lang, "more-lines", count=f"{len(found.marks) - LONG:,}")
    yield from _below(answer, column, columns)


def _below(answer: Answer, column: int, columns: int) -> Iterator[str]:
    """Yield what stands below the lines; the words before it are ``column`` wide."""
    found, lang = answer.found, answer.lang
    used = {mark.because for mark in found.marks}
    if used:
        yield ""
    for word in _MARKS:
        if word in used:
            yield f"{_padded(say(lang, word), column)} {say(lang, f'means-{word}')}"
    if answer.recording is not None:
        sentences = (answer.sentence(index) for index in range(len(answer.causes)))
        introduced = introduce(answer.recording, (*sentences, *answer.facts()), lang)
        yield from [introduced] if introduced else []
    for first, last in found.together:
        yield say(lang, "together", first=first + 1, last=last + 1)
    if facts := answer.facts():
        yield ""
        yield say(lang, "besides")
        for fact in facts:
            yield from (f"  {line}" for line in wrapped(fact, columns - 2))
    yield ""
    for mode, one in found.outcomes.items():
        yield counted(one.count, one.inexact, mode, lang)
    yield from unproven(why_unproven(found.unknown), lang)
    if found.lacks_time:
        yield say(lang, "more-time")
    yield from (f"({remark})" for remark in remarks(found.normal, answer.recording, lang))
    yield from _written(found.normal.stderr, lang)
    yield from (f"({remark})" for remark in compared(found.normal, lang))
    yield from _ending(found.normal, lang)


def _written(stderr: str, lang: str) -> Iterator[str]:
    lines = stderr.splitlines()
    if lines:
        yield ""
    left_out = len(lines) - _FIRST_ERRORS - _LAST_ERRORS
    if left_out <= 0:
        yield from _errors(lines)
        return
    yield from _errors(lines[:_FIRST_ERRORS])
    yield f"       {_BAR} {say(lang, 'more-errors', count=f'{left_out:,}')}"
    yield from _errors(lines[-_LAST_ERRORS:])


def _errors(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        first, *more = [*wrapped(clip(line, 10 * COLUMNS), COLUMNS)] or [""]
        yield f"stderr {_BAR} {first}"
        yield from (f"       {_BAR}   {one}" for one in more)


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _ending(outcome: Outcome, lang: str) -> Iterator[str]:
    if (problem := outcome.problem) is not None:
        lines = [*problems.lines(problem.message, problem.waiting, lang)]
        yield from lines[:_WAITING]
        if len(lines) > _WAITING:
            yield say(lang, "more-waiting", count=len(lines) - _WAITING)
    if outcome.error is not None:
        yield outcome.error.rstrip("\n").rpartition("\n")[2]


def as_markdown(answer: Answer) -> Iterator[str]:
    """Yield the same as a block of Markdown, to paste into an issue or an answer."""
    found, lang = answer.found, answer.lang
    lines = [
        Line(mark.text, mark.because, answer.sentence(index))
        for index, mark in enumerate(found.marks)
    ]
    counts = [counted(one.count, one.inexact, mode, lang) for mode, one in found.outcomes.items()]
    why = unproven(why_unproven(found.unknown), lang)
    below = (*counts, *why, *answer.facts(), *compared(found.normal, lang))
    yield from markdown(answer.name, lines, below, lang)
