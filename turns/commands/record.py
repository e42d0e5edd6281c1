"""Find out all that a card shows, for many programs in one process: ``python -m turns record``.

The site's builds call it: it reads requests, one JSON object a line with ``name`` and
``path``, and answers each with a line, a `turns.exploring.findings.Answer` as a literal.
"""

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from turns.commands import child
from turns.exploring.board import board
from turns.exploring.causes import causes
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.findings import SHOWN, Answer, Departure, Findings, Refusal
from turns.exploring.mistakes import mistaken
from turns.exploring.outcomes import Outcomes
from turns.exploring.permutations import Orders, orders
from turns.exploring.program import Program
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.recording.codec import encode
from turns.recording.notes import PYTHON
from turns.recording.recorder import Recorder
from turns.recording.recording import Recording
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target, load
from turns.snippet.source import digest

MOST_LINES = 12
"""Lines up to which readers may be asked for an order."""
MOST_TEXTS = 60
"""Lines up to which an outcome is listed."""
HEAD, TAIL = 150, 20
"""Turns that are kept of a long run: at its beginning, and at its end."""
MOST_TASKS = 60
"""Tasks up to which a run can be drawn; of one with more, neither is kept."""
EFFORT = Effort(seconds=100, patience=10)
"""Turns end the search, not seconds: what is recorded on a busy machine must be the same."""
LIMITS = Limits(seconds=30)
"""For the same reason; a program that computes takes real time."""
_ENDLESS = {"time", "turns", "output"}
_FOLDERS = re.compile(r"\S*[/\\](?=\w+\.py)")


class UnwatchableError(Exception):
    """The program cannot be watched to its end; the message says why."""

    def __init__(self, reason: str, *, line: int = 0, fault: bool = False) -> None:
        """See `Refusal`."""
        super().__init__(reason)
        self.line = line
        self.fault = fault


def answer(path: Path, name: str) -> Answer:
    """Find out about the program at ``path`` as it is now."""
    content = path.read_bytes()
    try:
        return _findings(content, path, name)
    except UnwatchableError as error:
        return Refusal(name, digest(content), PYTHON, str(error), error.line, error.fault)


def _findings(content: bytes, path: Path, name: str) -> Findings:
    os.chdir(path.parent)  # where a reader runs it, and where `turns check` does
    try:
        target = load(path)
    except SyntaxError as error:
        reason = f"syntax error: {error.msg}"
        raise UnwatchableError(reason, line=error.lineno or 0, fault=True) from error
    except ValueError as error:
        raise UnwatchableError(str(error), fault=True) from error
    outcome, recorder = _run(target, None)
    problem = outcome.problem
    if problem is not None and problem.kind not in {"deadlock", "exit"}:
        raise UnwatchableError(problem.message, fault=problem.kind in _ENDLESS)
    explored = explore(target, EFFORT)
    if [mark.text for mark in explored.marks] != outcome.output:
        raise UnwatchableError("two runs of it print different lines")
    few = len(explored.marks) <= MOST_LINES
    found = Findings(
        name=name,
        digest=digest(content),
        recording=_shown(outcome, recorder),
        marks=explored.marks,
        together=explored.together,
        outcomes={mode: _listed(one) for mode, one in explored.outcomes.items()},
        orders=_orders(explored, "queue") if few else None,
        documented=_orders(explored, "documented") if few else None,
        unknown=explored.unknown,
        causes=tuple(
            causes(
                Program(target, LIMITS), recorder.recording(outcome), recorder.keys, explored.marks
            )
        ),
        departures=tuple(
            _departure(target, recorder, schedule) for schedule in _shown_schedules(explored)
        ),
        mistaken=mistaken(target, outcome, LIMITS) if few else (),
        board=board(target, explored),
    )
    anywhere: Findings = _without_folders(found, f"{path.parent}{os.sep}")
    return anywhere


def _listed(outcomes: Outcomes) -> Outcomes:
    """Return them without outcomes that no card has room for."""
    listed = tuple(one for one in outcomes.listed if len(one.texts) <= MOST_TEXTS)
    return replace(outcomes, listed=listed)


def _orders(explored: Exploration, name: str) -> Orders | None:
    space = explored.spaces.get(name)
    if space is None or space.cut or explored.unknown:
        return None
    return orders(space.nfa, explored.normal.output)


def _run(target: Target, schedule: Schedule | None) -> tuple[Outcome, Recorder]:
    recorder = Recorder()
    replay = Replay(schedule) if schedule else None
    outcome = execute(target, observer=recorder, strategy=replay, limits=LIMITS)
    if replay is not None and (divergence := replay.finish(outcome.turns)) is not None:
        raise UnwatchableError(str(divergence))
    return outcome, recorder


def _shown(outcome: Outcome, recorder: Recorder) -> Recording:
    """Return as much of the run as a card has room for; no traceback, which names our files."""
    recording = recorder.recording(outcome, HEAD, TAIL)
    recording = replace(recording, ending=replace(recording.ending, traceback=None))
    if len(recording.tasks) <= MOST_TASKS:
        return recording
    omitted = len(recording.turns) + recording.omitted
    return replace(recording, tasks=(), threads=(), turns=(), jobs=(), omitted=omitted)


def _shown_schedules(explored: Exploration) -> dict[Schedule, None]:
    """Return the schedules that a card shows, besides the normal one, in their order."""
    found = [mark.witness for mark in explored.marks if mark.witness is not None]
    for outcomes in explored.outcomes.values():
        others = [one.witness for one in _listed(outcomes).listed if one.witness.departures]
        found += others[:SHOWN]
    return dict.fromkeys(witness.schedule for witness in found)


def _departure(target: Target, normal: Recorder, schedule: Schedule) -> Departure:
    """Return the run under a schedule, from the first turn that is another one."""
    outcome, recorder = _run(target, schedule)
    alike = _alike(normal.keys, recorder.keys)
    recording = _shown(outcome, recorder)
    recording = replace(recording, turns=recording.turns[alike:])
    return Departure(schedule, alike + 1, recording)


def _alike(normal: Sequence[int], other: Sequence[int]) -> int:
    """Return with how many turns two runs begin alike; the arguments are their turns' keys."""
    alike = 0
    for one, two in zip(normal, other, strict=False):
        if one != two:
            break
        alike += 1
    return alike


def _without_folders(thing: Any, own: str) -> Any:
    """Take folders out of what asyncio prints in debug mode: `own`, and those of Python itself."""
    if isinstance(thing, str):
        return _FOLDERS.sub("", thing.replace(own, ""))
    if isinstance(thing, dict):
        return {key: _without_folders(value, own) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return tuple(_without_folders(one, own) for one in thing)
    if hasattr(thing, "__dataclass_fields__") and not hasattr(thing, "parse"):
        names = thing.__dataclass_fields__
        return replace(thing, **{one: _without_folders(getattr(thing, one), own) for one in names})
    return thing


def command() -> int:
    """Answer requests until there are no more; return the exit status."""
    requests = [json.loads(line) for line in sys.stdin]
    with child.saved_stdout() as out:
        for request in requests:
            child.write_data(encode(answer(Path(request["path"]), request["name"])), out)
            out.flush()
    return child.leave(0)
