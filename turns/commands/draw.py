"""``python -m turns draw``: the picture of a run, as one SVG file."""

import argparse
import sys
from pathlib import Path

from turns.commands import child
from turns.commands.common import name_of, refuse, schedule_of, status, target_of
from turns.drawing.standalone import svg
from turns.exploring.replay import Replay
from turns.recording.recorder import Recorder
from turns.runtime.execute import execute
from turns.runtime.limits import Limits


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    schedule, target, name = schedule_of(options), target_of(options), name_of(options)
    recorder = Recorder()
    replay = Replay(schedule) if schedule is not None else None
    with child.saved_stdout() as out:
        limits = Limits(seconds=options.limit)
        outcome = execute(target, observer=recorder, strategy=replay, limits=limits)
        heading = f"{name}, --schedule {schedule}" if schedule is not None else name
        drawing = svg(recorder.recording(outcome), heading, options.lang, options.theme)
        if options.output is None:
            out.write(drawing)
            out.flush()
        else:
            _save(options.output, drawing)
    divergence = replay.finish(outcome.turns) if replay is not None else None
    if divergence is not None:
        print(f"{name}: {divergence}", file=sys.stderr)
        return max(1, status(outcome))
    return status(outcome)


def _save(path: Path, drawing: str) -> None:
    try:
        path.write_text(drawing, encoding="utf-8")
    except OSError as error:
        refuse(f"{path}: cannot be written: {error.strerror}")
