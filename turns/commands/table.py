"""The turns of a run as a table for a terminal."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any, TextIO

from turns.commands.common import LONG
from turns.recording.recording import Recording, State, Stream, TaskState, Turn, Written
from turns.text import clip, ranges, width

MANY = 20
"""Lines shown of what one turn prints."""
_ALIKE = 5
"""Rows from which on such that differ in nothing but number and time are folded."""
_BOLD, _DIM, _GREEN, _RED = "1", "2", "32", "31"


class Style:
    """How wide the terminal is, and whether it shows colours."""

    def __init__(self, out: TextIO) -> None:
        """Ask whoever shows what is written to ``out``."""
        terminal = out.isatty()
        self.colour = terminal and not os.environ.get("NO_COLOR")
        self.columns = shutil.get_terminal_size().columns if terminal else 120

    def paint(self, text: str, colour: str) -> str:
        """Return the text in a colour, if there are any."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour and text.strip() else text


def table(recording: Recording, style: Style, folder: str, *, everything: bool) -> Iterator[str]:
    """Return the lines of the table, and of what is to be said below it.

    Warnings name the program's file; in the table without its ``folder``, which is long.
    """
    chosen = [
        (turn, state)
        for turn, state in recording.states()
        if everything or not turn.internal or turn.written or turn.outside
    ]
    rows = [_Row("", "", _MODULE, "", recording.before, "")] if recording.before else []
    for turn, state in chosen:
        rows += _rows(turn, state, everything=everything)
    rows = rows if everything else [*_folded(rows)]
    cut = 0 if everything else max(0, len(rows) - LONG)
    rows = rows[: len(rows) - cut]
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
            ",".join(ranges(turn.lines, "-")),
            turn.written,
            _then(state) if state else "",
            turn.internal,
        )
    for (thread, time), group in groupby(turn.outside, key=attrgetter("thread", "time")):
        written = tuple(one.written for one in group)
        yield _Row("", f"{time:.3f}", thread or _MODULE, "", written, "")


def _folded(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Put one row in place of many in which somebody does the same again and again."""
    for _, group in groupby(rows, key=lambda row: replace(row, number="", time="")):
        alike = [*group]
        if len(alike) < _ALIKE or alike[0].written:
            yield from alike
            continue
        yield alike[0]
        more = f"\N{HORIZONTAL ELLIPSIS} {len(alike) - 2:,} more turns like these"
        yield _Row("", "", more, "", (), "")
        yield alike[-1]


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


def _lines(row: _Row, widths: list[int], style: Style) -> Iterator[str]:
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


def _below(recording: Recording, folded: int, cut: int, style: Style) -> Iterator[str]:
    notes = []
    if not recording.turns and not recording.omitted and not recording.output:
        notes.append("it ran no turn and printed nothing")
    if cut:
        notes.append(f"{cut:,} more rows; --all shows them")
    if recording.omitted:
        notes.append(f"the last {recording.omitted:,} turns were not recorded")
    if folded:
        verb = "is" if folded == 1 else "are"
        notes.append(f"{folded:,} of the loop's own turns {verb} not shown; --all shows them")
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
