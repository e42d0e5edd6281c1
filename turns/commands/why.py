"""``python -m turns why``: the output of a program, and what promises the place of each line."""

import argparse
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from turns.commands import child
from turns.commands.common import LONG, name_of, status, target_of
from turns.commands.outcomes import counted
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.marks import Mark
from turns.exploring.replay import Replay
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target
from turns.text import clip, width

_COLUMNS = 100
_WAITING = 20
"""Lines that say who waits for what."""
_MEANING = {
    "program": "comes after the line above in every outcome",
    "documented": "comes after it as long as `call_soon` keeps the order of registration",
    "clock": "comes after it only because of how long things take",
    "queue": "comes after it only because the ready queue happened to be in that order",
    "nobody": "another run of the same schedule differs: the order of a set, chance, the hour",
    "unknown": "not known: nothing is claimed",
}
_RESERVE = 0.9
"""The part of the limit that the search may use; the rest is for writing."""


def as_json(name: str, found: Exploration) -> dict[str, Any]:
    """Return what was found, as JSON has it, and how far the search went."""
    document: dict[str, Any] = {
        "file": name,
        "python": ".".join(str(number) for number in sys.version_info[:3]),
        "lines": [_line(mark) for mark in found.marks],
        "together": [[first + 1, last + 1] for first, last in found.together],
        "outcomes": {
            mode: {"count": one.count, "exact": not one.inexact, "inexact": one.inexact}
            for mode, one in found.outcomes.items()
        },
        "unknown": list(found.unknown),
    }
    problem = found.normal.problem
    if problem is not None:
        document["problem"] = {"kind": problem.kind, "message": str(problem)}
    if found.normal.error is not None:
        document["error"] = found.normal.error
    return document


def _line(mark: Mark) -> dict[str, Any]:
    line: dict[str, Any] = {"text": mark.text, "because": mark.because}
    if mark.departs:
        line["departs"] = mark.departs
    if mark.witness is not None:
        line["witness"] = str(mark.witness.schedule)
        line["departures"] = mark.witness.departures
    return line


def as_text(found: Exploration) -> Iterator[str]:
    """Yield the output with its marks, the meaning of the marks, and how far the search went."""
    marks = found.marks[:LONG]
    column = max((len(mark.because) for mark in marks), default=0)
    texts = [clip(mark.text, _COLUMNS) for mark in marks]
    edge = max(map(width, texts), default=0)
    for number, (mark, text) in enumerate(zip(marks, texts, strict=True), 1):
        padded = text + " " * (edge - width(text))
        hint = f"  {mark.departs:7}" if mark.departs else ""
        hint += f"  --witness {number}" if mark.witness else ""
        bar = "\N{BOX DRAWINGS LIGHT VERTICAL}"
        yield f"{mark.because:{column}} {bar} {padded}{hint}".rstrip()
    if len(found.marks) > LONG:
        yield f"({len(found.marks) - LONG:,} more lines; --json has them all)"
    used = {mark.because for mark in found.marks}
    if used:
        yield ""
    for word, meaning in _MEANING.items():
        if word in used:
            yield f"{word:{column}} {meaning}"
    for first, last in found.together:
        yield f"nothing ever comes between the lines {first + 1} to {last + 1}"
    yield ""
    for mode, one in found.outcomes.items():
        yield counted(one, mode)
    for reason in found.unknown:
        yield f"nothing is proven: {reason}"
    yield from _ending(found.normal)


def _ending(outcome: Outcome) -> Iterator[str]:
    if outcome.problem is not None:
        lines = str(outcome.problem).split("\n")
        yield from lines[:_WAITING]
        if len(lines) > _WAITING:
            yield f"  and {len(lines) - _WAITING} more"
    if outcome.error is not None:
        yield outcome.error.rstrip("\n").rpartition("\n")[2]


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


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    target, name = target_of(options), name_of(options)
    with child.saved_stdout() as out:
        effort = Effort(seconds=options.limit * _RESERVE, listed=1)
        found = explore(target, effort)
        if options.witness is not None:
            return show_witness(target, name, found, options.witness, out)
        if options.json:
            child.write_data(as_json(name, found), out)
        else:
            for line in as_text(found):
                out.write(line + "\n")
        out.flush()
        return status(found.normal)
