"""``python -m turns why``: the output of a program, and what promises the place of each line."""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from turns.commands import child
from turns.commands.common import LONG, name_of, remarks, status, target_of
from turns.commands.waiting import watching
from turns.drawing.because import because
from turns.drawing.reasons import reason
from turns.drawing.words import counted, say
from turns.exploring.causes import causes
from turns.exploring.explore import STOPPED, Effort, Exploration, explore
from turns.exploring.marks import Mark
from turns.exploring.program import Program
from turns.exploring.replay import Replay
from turns.recording.cause import Cause
from turns.recording.codec import encode
from turns.recording.recorder import Recorder
from turns.recording.recording import Recording
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target
from turns.text import clip, width, wrapped

_COLUMNS = 100
_ERRORS = 20
"""Lines of standard error that are shown."""
_WAITING = 20
"""Lines that say who waits for what."""
_MARKS = ("program", "documented", "clock", "queue", "nobody", "unknown")
_RESERVE = 0.8
"""The part of the limit that the search may use; the rest is for causes and for writing."""
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
        "stderr": found.normal.stderr,
        "remarks": [*remarks(found.normal, answer.recording, answer.lang)],
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
    texts = [clip(mark.text, _COLUMNS) for mark in marks]
    edge = max(map(width, texts), default=0)
    for index, (mark, word, text) in enumerate(zip(marks, words, texts, strict=True)):
        hint = f"  {_padded(say(lang, mark.departs), 7)}" if mark.departs else ""
        hint += f"  --witness {index + 1}" if mark.witness else ""
        yield f"{_padded(word, column)} {_BAR} {_padded(text, edge)}{hint}".rstrip()
        for line in wrapped(answer.sentence(index), columns - column - 6):
            yield f"{' ' * column} {_BAR}   {line}"
    if len(found.marks) > LONG:
        yield say(lang, "more-lines", count=f"{len(found.marks) - LONG:,}")
    used = {mark.because for mark in found.marks}
    if used:
        yield ""
    for mark_word in _MARKS:
        if mark_word in used:
            yield f"{_padded(say(lang, mark_word), column)} {say(lang, f'means-{mark_word}')}"
    for first, last in found.together:
        yield say(lang, "together", first=first + 1, last=last + 1)
    yield ""
    for mode, one in found.outcomes.items():
        yield counted(one.count, one.inexact, mode, lang)
    yield from (say(lang, "nothing-proven", why=reason(one, lang)) for one in _reasons(found))
    yield from (f"({remark})" for remark in remarks(found.normal, answer.recording, lang))
    yield from _written(found.normal.stderr)
    yield from _ending(found.normal)


def _written(stderr: str) -> Iterator[str]:
    lines = stderr.splitlines()
    if lines:
        yield ""
    for line in lines[:_ERRORS]:
        first, *more = [*wrapped(clip(line, 10 * _COLUMNS), _COLUMNS)] or [""]
        yield f"stderr {_BAR} {first}"
        yield from (f"       {_BAR}   {rest}" for rest in more)
    if len(lines) > _ERRORS:
        yield f"       {_BAR} \N{HORIZONTAL ELLIPSIS} {len(lines) - _ERRORS:,} more lines"


def _reasons(found: Exploration) -> list[str]:
    """Return why nothing is proven, but for what is said of its end anyway."""
    return [one for one in found.unknown if not one.startswith(STOPPED)]


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _ending(outcome: Outcome) -> Iterator[str]:
    if outcome.problem is not None:
        lines = str(outcome.problem).split("\n")
        yield from lines[:_WAITING]
        if len(lines) > _WAITING:
            yield f"  and {len(lines) - _WAITING} more"
    if outcome.error is not None:
        yield outcome.error.rstrip("\n").rpartition("\n")[2]


def as_markdown(answer: Answer) -> Iterator[str]:
    """Yield the same as a block of Markdown, to paste into an issue or an answer."""
    found, lang = answer.found, answer.lang
    yield f"`{answer.name}`"
    yield ""
    yield "```text"
    yield from (mark.text for mark in found.marks[:LONG])
    yield "```"
    yield ""
    for index, mark in enumerate(found.marks[:LONG]):
        text = mark.text.replace("`", "'")
        sentence = answer.sentence(index)
        yield f"{index + 1}. `{text}`: **{say(lang, mark.because)}**. {sentence}".rstrip()
    yield ""
    for mode, one in found.outcomes.items():
        yield f"- {counted(one.count, one.inexact, mode, lang)}"
    for text in _reasons(found):
        yield f"- {say(lang, 'nothing-proven', why=reason(text, lang))}"


def show_witness(target: Target, name: str, found: Exploration, number: int, out: TextIO) -> int:
    """Print the output of the schedule in which line ``number`` departs."""
    if not 1 <= number <= len(found.marks):
        print(f"{name}: there is no line {number}; it prints {len(found.marks)}", file=sys.stderr)
        return 2
    mark = found.marks[number - 1]
    if mark.witness is None:
        print(f"{name}: line {number} has no witness: {mark.because}", file=sys.stderr)
        return 2
    schedule = mark.witness.schedule
    replay = Replay(schedule)
    outcome = execute(target, strategy=replay, limits=Limits(seconds=5))
    out.writelines(clip(text, _COLUMNS) + "\n" for text in outcome.output)
    out.write(f"\nschedule {schedule}\n")
    if (divergence := replay.finish(outcome.turns)) is not None:
        print(f"{name}: {divergence}", file=sys.stderr)
        return 1
    return 0


def answer_about(target: Target, name: str, limit: float, lang: str) -> Answer:
    """Find out about a program within so many seconds."""
    with watching() as progress:
        effort = Effort(seconds=limit * _RESERVE, listed=1, progress=progress)
        found = explore(target, effort)
    problem = found.normal.problem
    if problem is not None and problem.kind in {"time", "unsupported"}:
        return Answer(name, found, lang)
    recorder = Recorder()
    limits = Limits(seconds=limit)
    outcome = execute(target, observer=recorder, limits=limits)
    recording = recorder.recording(outcome)
    if recording.output != tuple(mark.text for mark in found.marks):
        return Answer(name, found, lang)
    program = Program(target, limits)
    reasons = tuple(causes(program, recording, recorder.keys, found.marks[:LONG]))
    return Answer(name, found, lang, recording, reasons)


def _columns(out: TextIO) -> int:
    return shutil.get_terminal_size().columns if out.isatty() else _COLUMNS


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    target, name = target_of(options), name_of(options)
    with child.saved_stdout() as out:
        if options.witness is not None:
            found = explore(target, Effort(seconds=options.limit * _RESERVE, listed=1))
            return show_witness(target, name, found, options.witness, out)
        answer = answer_about(target, name, options.limit, options.lang)
        if options.json:
            child.write_data(as_json(answer), out)
        else:
            lines = as_markdown(answer) if options.markdown else as_text(answer, _columns(out))
            out.writelines(f"{line}\n" for line in lines)
        out.flush()
        return status(answer.found.normal)
