"""``python -m turns show``: the turns of a program, as a table in the terminal or as JSON."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any, TextIO

from turns.commands import child
from turns.commands.common import LONG, status, unreadable
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule, TokenError
from turns.recording.codec import encode
from turns.recording.recorder import Recorder
from turns.recording.recording import Recording, State, TaskState, Turn
from turns.runtime.execute import execute, load
from turns.runtime.limits import Limits
from turns.runtime.problem import Problem
from turns.text import clip, width

MANY = 20
"""Lines shown of what one turn prints."""
_BOLD, _DIM, _GREEN, _RED = "1", "2", "32", "31"


def show(  # noqa: PLR0913 - the options of the command
    path: Path,
    code: CodeType,
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
    outcome = execute(code, path.resolve(), observer=recorder, strategy=replay, limits=limits)
    recording = recorder.recording(outcome)
    if as_data:
        child.write_data({"file": str(path), **encode(recording)}, out)
    else:
        rows = table(recording, _Style(out), everything=everything)
        out.writelines(f"{row}\n" for row in rows)
        out.writelines(f"(it went on without {note})\n" for note in outcome.notes)
    out.flush()
    divergence = replay.finish(outcome.turns) if replay is not None else None
    if divergence is not None:
        print(f"{path}: {divergence}", file=sys.__stderr__)
        return max(1, status(outcome))
    return status(outcome)


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    path: Path = options.file
    try:
        schedule = Schedule.parse(options.schedule) if options.schedule else None
        code = load(path)
    except TokenError as error:
        print(f"turns: {error}", file=sys.stderr)
        return 2
    except (OSError, SyntaxError, ValueError) as error:
        print(f"{path}: {unreadable(error)}", file=sys.stderr)
        return 2
    with child.saved_stdout() as out:
        return show(
            path,
            code,
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


def table(recording: Recording, style: _Style, *, everything: bool) -> Iterator[str]:
    """Return the lines of the table, and of what is to be said below it."""
    chosen = [
        (turn, state)
        for turn, state in recording.states()
        if everything or not turn.internal or turn.output or turn.outside
    ]
    cut = 0 if everything else max(0, len(chosen) - LONG)
    shown = chosen[: len(chosen) - cut]
    rows = [_cells(turn, state) for turn, state in shown]
    widths = _widths(rows, recording.before, style.columns)
    heading = ("turn", "time", "who", "lines", "prints", "then")
    yield style.paint(_join(heading, widths), _BOLD)
    for text in recording.before:
        yield _join(("", "", "", "", style.paint(clip(text, widths[4]), _GREEN), ""), widths)
    for (turn, _), cells in zip(shown, rows, strict=True):
        yield from _row(turn, cells, widths, style)
    yield from _below(recording, len(recording.turns) - len(chosen), cut, style)


def _cells(turn: Turn, state: TaskState | None) -> tuple[str, str, str, str, list[str], str]:
    return (
        str(turn.number),
        f"{turn.begins:.3f}",
        f"{turn.task} {turn.callback}" if turn.task else turn.callback,
        _ranges(turn.lines),
        [*turn.output, *(line.text for line in turn.outside)],
        _then(state) if state else "",
    )


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


def _widths(rows: list[Any], before: tuple[str, ...], columns: int) -> list[int]:
    limits = (9, 10, 28, 18, max(20, columns // 3), max(20, columns // 3))
    least = (4, 5, 8, 5, 10, 4)
    widths = []
    for index in range(6):
        texts = [text for row in rows for text in (row[4] if index == 4 else [row[index]])]
        if index == 4:
            texts += before
        widths.append(min(limits[index], max([least[index], *(width(text) for text in texts)])))
    return widths


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


def _row(turn: Turn, cells: Any, widths: list[int], style: _Style) -> Iterator[str]:
    n, time, who, lines, prints, then = cells
    dim = _DIM if turn.internal else ""
    left = zip((n, time, who, lines), widths, strict=False)
    first = [clip(text, columns) for text, columns in left]
    if dim:
        first = [style.paint(cell, dim) for cell in first]
    colour = _RED if then.startswith("failed") else _DIM
    texts = [style.paint(clip(text, widths[4]), _GREEN) for text in prints[:MANY]] or [""]
    if len(prints) > MANY:
        texts.append(f"… {len(prints) - MANY:,} more lines")
    yield _join((*first, texts[0], style.paint(clip(then, widths[5]), colour)), widths)
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
        yield style.paint(str(Problem(end.kind, end.message, end.waiting)), _RED)
    elif end.traceback:
        yield ""
        yield style.paint(end.traceback.rstrip(), _RED)
    elif end.status:
        yield style.paint(f"exit status {end.status}", _RED)
