"""``python -m turns show``: the turns of a program, as a table in the terminal or as JSON."""

import argparse
import os
import sys
from typing import TextIO

from turns.commands import child
from turns.commands.common import name_of, remarks, schedule_of, status, target_of
from turns.commands.table import Style, table
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.recording.codec import encode
from turns.recording.recorder import Recorder
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target


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
        data = {"file": name, **encode(recording), "computed": encode(outcome.computed)}
        child.write_data(data, out)
    else:
        rows = table(recording, Style(out), f"{target.path.parent}{os.sep}", everything=everything)
        out.writelines(f"{row}\n" for row in rows)
        out.writelines(f"({remark})\n" for remark in remarks(outcome, recording, "en"))
    out.flush()
    divergence = replay.finish(outcome.turns) if replay is not None else None
    if divergence is not None:
        print(f"{name}: {divergence}", file=sys.stderr)
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
