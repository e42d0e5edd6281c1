"""``python -m turns why``: the output of a program, and what promises the place of each line."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any, TextIO

from turns.commands import child
from turns.commands.common import LONG, status, unreadable
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.replay import Replay
from turns.runtime.execute import Outcome, execute, load
from turns.runtime.limits import Limits
from turns.text import clip, width

_COLUMNS = 100
_WAITING = 20
"""Lines that say who waits for what."""
_MEANING = {
    "program": "comes after the line above in every schedule",
    "clock": "comes after it only because of how long things take",
    "queue": "comes after it only because the ready queue happened to be in that order",
}
_RESERVE = 0.9
"""The part of the limit that the search may use; the rest is for writing."""


def as_json(path: Path, found: Exploration) -> dict[str, Any]:
    """Return what was found, as JSON has it, and how far the search went."""
    document: dict[str, Any] = {
        "file": str(path),
        "python": ".".join(str(number) for number in sys.version_info[:3]),
        "schedules": found.schedules,
        "exhaustive": found.exhaustive,
        "searched": found.searched,
        "obstacles": found.obstacles,
        "lines": [
            {
                "text": mark.text,
                "because": mark.because,
                "proven": mark.proven,
                **({"witness": str(mark.witness)} if mark.witness else {}),
            }
            for mark in found.lines
        ],
    }
    problem = found.outcome.problem
    if problem is not None:
        document["problem"] = {"kind": problem.kind, "message": str(problem)}
    if found.outcome.error is not None:
        document["error"] = found.outcome.error
    return document


def as_text(found: Exploration) -> Iterator[str]:
    """Yield the output with its marks, the meaning of the marks, and how far the search went."""
    lines = found.lines[:LONG]
    marks = [mark.because + ("" if mark.proven else " (unproven)") for mark in lines]
    column = max(map(len, marks), default=0)
    texts = [clip(mark.text, _COLUMNS) for mark in lines]
    edge = max(map(width, texts), default=0)
    for number, (mark, text, line) in enumerate(zip(marks, texts, lines, strict=True), 1):
        padded = text + " " * (edge - width(text))
        hint = f"  --witness {number}" if line.witness else ""
        yield f"{mark:{column}} \N{BOX DRAWINGS LIGHT VERTICAL} {padded}{hint}".rstrip()
    if len(found.lines) > LONG:
        yield f"({len(found.lines) - LONG:,} more lines; --json has them all)"
    used = {mark.because for mark in found.lines}
    if used - {"first"}:
        yield ""
    for word, meaning in _MEANING.items():
        if word in used:
            yield f"{word:7} {meaning}"
    yield ""
    if not all(mark.proven for mark in found.lines):
        reasons = [
            f"{mode} schedules: {end}"
            for mode, end in found.searched.items()
            if end not in {"all", "not needed"}
        ]
        reasons += found.obstacles
        yield "unproven: no schedule that was run shows another order, but not all were"
        yield f"          ({'; '.join(reasons)})"
    ends = "all that could matter" if found.exhaustive else "not all there are"
    yield f"{found.schedules:,} schedules run: {ends}"
    yield from _ending(found.outcome)


def _ending(outcome: Outcome) -> Iterator[str]:
    if outcome.problem is not None:
        lines = str(outcome.problem).split("\n")
        yield from lines[:_WAITING]
        if len(lines) > _WAITING:
            yield f"  and {len(lines) - _WAITING} more"
    if outcome.error is not None:
        yield outcome.error.rstrip("\n").rpartition("\n")[2]


def show_witness(path: Path, code: CodeType, found: Exploration, number: int, out: TextIO) -> int:
    """Print the output of the schedule that puts line ``number`` before the line above it."""
    if not 1 <= number <= len(found.lines):
        print(f"{path}: there is no line {number}; it prints {len(found.lines)}", file=sys.stderr)
        return 2
    mark = found.lines[number - 1]
    if mark.witness is None:
        print(f"{path}: line {number} has no witness: {mark.because}", file=sys.stderr)
        return 2
    replay = Replay(mark.witness)
    outcome = execute(code, path.resolve(), strategy=replay, limits=Limits(seconds=5))
    out.writelines(clip(text, _COLUMNS) + "\n" for text in outcome.output)
    out.write(f"\nschedule {mark.witness}\n")
    if (divergence := replay.finish(outcome.turns)) is not None:
        print(f"{path}: {divergence}", file=sys.stderr)
        return 1
    return 0


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    path: Path = options.file
    try:
        code = load(path)
        source = path.read_bytes()  # its encoding is Python's to find out
    except (OSError, SyntaxError, ValueError) as error:
        print(f"{path}: {unreadable(error)}", file=sys.stderr)
        return 2
    with child.saved_stdout() as out:
        effort = Effort(seconds=options.limit * _RESERVE)
        found = explore(code, path.resolve(), effort, source)
        if options.witness is not None:
            return show_witness(path, code, found, options.witness, out)
        if options.json:
            json.dump(as_json(path, found), out, ensure_ascii=False)
            out.write("\n")
        else:
            for line in as_text(found):
                out.write(line + "\n")
        out.flush()
        return status(found.outcome)
