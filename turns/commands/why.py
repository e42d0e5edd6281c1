"""``python -m turns why``: the output of a program, and what promises the place of each line."""

import argparse
import shutil
import sys
from typing import TextIO

from turns.commands import child
from turns.commands.answer import COLUMNS, Answer, as_json, as_markdown, as_text
from turns.commands.common import LONG, name_of, status, target_of
from turns.commands.waiting import watching
from turns.exploring.causes import causes
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.program import Program
from turns.exploring.replay import Replay
from turns.recording.fates import fates
from turns.recording.recorder import Recorder
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target
from turns.text import clip

_RESERVE = 0.8
"""The part of the limit that the search may use; the rest is for causes and for writing."""


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
    out.writelines(clip(text, COLUMNS) + "\n" for text in outcome.output)
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
    return Answer(name, found, lang, recording, reasons, tuple(fates(recording)))


def _columns(out: TextIO) -> int:
    return shutil.get_terminal_size().columns if out.isatty() else COLUMNS


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
