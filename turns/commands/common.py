"""What the commands that run a program have in common."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from turns.drawing.words import say
from turns.exploring.schedule import Schedule, TokenError
from turns.recording.recording import Recording
from turns.runtime.execute import Outcome
from turns.runtime.stdin import Input
from turns.runtime.target import Target, TargetError, load, load_module, load_test
from turns.text import ranges

LONG = 400
"""Rows after which a table stops, unless all are asked for."""


def name_of(options: argparse.Namespace) -> str:
    """Return what the command line calls the program."""
    return str(options.file or options.module)


def target_of(options: argparse.Namespace) -> Target:
    """Load the program that the command line names; end with one line if that cannot be done."""
    arguments, stdin = tuple(options.program_arguments), Input(descriptor=0)
    try:
        if options.module:
            return load_module(options.module, arguments, stdin)
        if "::" in options.file:
            return load_test(options.file, stdin)
        return load(Path(options.file), arguments, stdin)
    except TargetError as error:
        refuse(f"turns: {error}")
    except (OSError, SyntaxError) as error:
        refuse(f"{name_of(options)}: {unreadable(error)}")


def schedule_of(options: argparse.Namespace) -> Schedule | None:
    """Return the schedule that is asked for; end with one line if it is none."""
    try:
        return Schedule.parse(options.schedule) if options.schedule else None
    except TokenError as error:
        refuse(f"turns: {error}")


def remarks(outcome: Outcome, recording: Recording | None, lang: str) -> Iterator[str]:
    """Yield what else is to be known of a run: where reality would have been another one."""
    yield from (say(lang, "went-on", what=note) for note in outcome.notes)
    turns = recording.turns if recording else ()
    lines = {turn.number: ",".join(ranges(turn.lines, "-")) for turn in turns if turn.lines}
    for one in outcome.computed:
        where = say(lang, "at-lines", lines=lines[one.turn]) if one.turn in lines else ""
        seconds = f"{one.seconds:.2f}"
        yield say(lang, "computed", turn=one.turn, lines=where, seconds=seconds)


def compared(outcome: Outcome, lang: str) -> Iterator[str]:
    """Say that outcomes do not have all that the program writes, if so."""
    if outcome.stderr:
        yield say(lang, "stderr-apart")


def refuse(line: str) -> NoReturn:
    """End with this line: what was asked for cannot be done."""
    print(line, file=sys.stderr)
    raise SystemExit(2)


def unreadable(error: Exception) -> str:
    """Say in one line why a file cannot be run."""
    if isinstance(error, SyntaxError):
        where = f"line {error.lineno}: " if error.lineno else ""  # a NUL stands in no line
        return f"{where}{type(error).__name__}: {error.msg}"
    if isinstance(error, IsADirectoryError):
        return "is a directory; name a Python file"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def status(outcome: Outcome) -> int:
    """Return 0 for a program that ended well, 2 for one that cannot be watched, else 1."""
    if outcome.problem is not None and outcome.problem.kind == "unsupported":
        return 2
    return 1 if outcome.exit or (outcome.problem and outcome.problem.kind != "exit") else 0
