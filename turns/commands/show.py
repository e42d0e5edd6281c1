"""``python -m turns show``: the turns of a program, as a table in the terminal or as JSON."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any, TextIO

from turns.commands import child
from turns.commands.common import LONG, name_of, schedule_of, status, target_of
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.recording.codec import encode
from turns.recording.recorder import Recorder
from turns.recording.recording import Recording, State, Stream, TaskState, Turn, Written
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target
from turns.text import clip, width

MANY = 20
"""Lines shown of what one turn prints."""
_BOLD, _DIM, _GREEN, _RED = "1", "2", "32", "31"


def show(  # noqa: PLR0913 - the options of the command
    target: Target,
    name: str,
    out: TextIO,
    *,
    limits: Limits,
    schedule: Schedule | None = None,
    as_data: bool = False,
    everything: bool = False,
) -> int:
    """Run the file, write its turns to ``out`` and return the exit status."""
    recorder = Recorder()
    replay = Replay(schedule) if schedule is not None else None
    outcome = execute(target, observer=recorder, strategy=replay, limits=limits)
    recording = recorder.recording(outcome)
    if as_data:
        child.write_data({"file": name, **encode(recording)}, out)
    else:
        rows = table(recording, _Style(out), f"{target.path.parent}{os.sep}", everything=everything)
        out.writelines(f"{row}\n" for row in rows)
        out.writelines(f"(it went on without {note})\n" for note in outcome.notes)
    out.flush()
    divergence = replay.finish(outcome.turns) if replay is not None else None
    if divergence is not None:
        print(f"{name}: {divergence}", file=sys.__stderr__)
        return max(1, status(outcome))
    return status(outcome)


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    schedule, target = schedule_of(options), target_of(options)
    with child.saved_stdout() as out:
        return show(
            target,
            name_of(options),
            out,
            limits=Limits(seconds=options.limit),
            schedule=schedule,
            as_data=options.json,
            everything=options.all,
        )


class _Style:
    """How wide the terminal is, and whether it shows colours."""

    def __init__(self, out: TextIO) -> None:
        terminal = out.isatty()
        self.colour = terminal and not os.environ.get("NO_COLOR")
        self.columns = shutil.get_terminal_size().columns if terminal else 120

    def paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour and text.strip() else text


def table(recording: Recording, style: _Style, folder: str, *, everything: bool) -> Iterator[str]:
    """Return the lines of the table, and of what is to be said below it.

    Warnings name the program's file; in the table without its ``folder``, which is long.
    """
    chosen = [
        (turn, state)
        for turn, state in recording.states()
        if everything or not turn.internal or turn.written or turn.outside
    ]
    cut = 0 if everything else max(0, len(chosen) - LONG)
    rows = [_Row("", "", _MODULE, "", recording.before, "")] if recording.before else []
    for turn, state in chosen[: len(chosen) - cut]:
        rows += _rows(turn, state, everything=everything)
    rows = [replace(row, written=_in_folder(row.written, folder)) for row in rows]
    widths = _widths(rows, style.columns)
    yield style.paint(_join(("turn", "time", "who", "lines", "writes", "then"), widths), _BOLD)
    for row in rows:
        yield from _lines(row, widths, style)
    yield from _below(recording, len(recording.turns) - len(chosen), cut, style)


_MODULE = "the module"
"""Who writes outside of turns and is no thread beside the loop."""


@dataclass(frozen=True)
class _Row:
    """A turn, or what was written outside of one."""

    number: str
    time: str
    who: str
    lines: str
    written: tuple[Written, ...]
    then: str
    is_internal: bool = False


def _rows(turn: Turn, state: TaskState | None, *, everything: bool) -> Iterator[_Row]:
    """Yield a row for the turn, and one for each that writes after it or meanwhile."""
    if everything or not turn.internal or turn.written:
        yield _Row(
            str(turn.number),
            f"{turn.begins:.3f}",
            f"{turn.task} {turn.callback}" if turn.task else turn.callback,
            _ranges(turn.lines),
            turn.written,
            _then(state) if state else "",
            turn.internal,
        )
    for (thread, time), group in groupby(turn.outside, key=attrgetter("thread", "time")):
        written = tuple(one.written for one in group)
        yield _Row("", f"{time:.3f}", thread or _MODULE, "", written, "")


def _in_folder(written: Sequence[Written], folder: str) -> tuple[Written, ...]:
    return tuple(
        replace(one, text=one.text.replace(folder, "")) if one.stream is Stream.ERRORS else one
        for one in written
    )


def _texts(row: _Row) -> list[tuple[str, str]]:
    """Return what a row writes, line by line, each with its colour."""
    texts = [
        (one.shown, _GREEN) if one.stream is Stream.OUTPUT else (f"stderr: {one.shown}", _RED)
        for one in row.written[:MANY]
    ]
    if len(row.written) > MANY:
        texts.append((f"\N{HORIZONTAL ELLIPSIS} {len(row.written) - MANY:,} more lines", _GREEN))
    return texts


def _then(state: TaskState) -> str:
    place = f" at {state.line}" if state.line else ""
    what = state.wait.on if state.wait else state.error
    return f"{_WORDS[state.state]}{place}{f': {what}' if what else ''}"


_WORDS = {
    State.READY: "ready again",
    State.WAITING: "waits",
    State.DONE: "done",
    State.CANCELLED: "cancelled",
    State.FAILED: "failed",
    State.STOPPED: "stopped",
}


def _ranges(lines: tuple[int, ...]) -> str:
    """Write 3, 4, 5, 9 as ``3-5,9``."""
    parts: list[list[int]] = []
    for line in lines:
        if parts and line == parts[-1][1] + 1:
            parts[-1][1] = line
        else:
            parts.append([line, line])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def _widths(rows: Sequence[_Row], columns: int) -> list[int]:
    """Return how wide each column is; what is written gets the room that the others leave."""
    most = [9, 10, 28, 18, columns, max(20, columns // 3)]
    found = [4, 5, 8, 5, 10, 4]
    for row in rows:
        writes = max([0, *(width(text) for text, _ in _texts(row))])
        cells = [*map(width, (row.number, row.time, row.who, row.lines)), writes, width(row.then)]
        for index, wide in enumerate(cells):
            found[index] = max(found[index], min(most[index], wide))
    others = sum(found) - found[_WRITES] + 2 * (len(found) - 1)
    found[_WRITES] = min(found[_WRITES], max(20, columns - others))
    return found


_WRITES = 4
"""The index of that column."""


def _join(cells: Any, widths: list[int]) -> str:
    """Align the cells: numbers to the right, text to the left."""
    padded = []
    for index, (cell, columns) in enumerate(zip(cells, widths, strict=True)):
        space = " " * (columns - width(_plain(cell)))
        padded.append(space + cell if index < 2 else cell + space)
    return "  ".join(padded).rstrip()


def _plain(text: str) -> str:
    if "\x1b" not in text:
        return text
    return "".join(part.partition("m")[2] for part in ("m" + text).split("\x1b["))


def _lines(row: _Row, widths: list[int], style: _Style) -> Iterator[str]:
    """Yield the lines of a row: the first, and one for each further line that is written."""
    left = zip((row.number, row.time, row.who, row.lines), widths, strict=False)
    first = [clip(text, columns) for text, columns in left]
    if row.is_internal:
        first = [style.paint(cell, _DIM) for cell in first]
    texts = [style.paint(clip(text, widths[_WRITES]), colour) for text, colour in _texts(row)] or [
        ""
    ]
    colour = _RED if row.then.startswith("failed") else _DIM
    then = style.paint(clip(row.then, widths[5]), colour)
    yield _join((*first, texts[0], then), widths)
    for text in texts[1:]:
        yield _join(("", "", "", "", text, ""), widths)


def _below(recording: Recording, folded: int, cut: int, style: _Style) -> Iterator[str]:
    notes = []
    if not recording.turns and not recording.omitted and not recording.output:
        notes.append("it ran no turn and printed nothing")
    if cut:
        notes.append(f"{cut:,} more turns; --all shows them")
    if recording.omitted:
        notes.append(f"the last {recording.omitted:,} turns were not recorded")
    if folded:
        notes.append(f"{folded:,} internal turns folded; --all shows them")
    for note in notes:
        yield style.paint(f"({note})", _DIM)
    end = recording.ending
    if end.message is not None:
        yield ""
        yield from (style.paint(line, _RED) for line in end.lines)
    elif end.traceback:
        yield ""
        yield style.paint(end.traceback.rstrip(), _RED)
    elif end.status:
        yield style.paint(f"exit status {end.status}", _RED)
