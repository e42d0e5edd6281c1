"""Find out all that a card shows of a program, in steps: its normal run comes first."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from turns.exploring import pasted
from turns.exploring.board import board
from turns.exploring.causes import causes
from turns.exploring.explore import Exploration
from turns.exploring.findings import SHOWN, Departure, Findings
from turns.exploring.mistakes import mistaken
from turns.exploring.outcomes import Outcomes
from turns.exploring.permutations import Orders, orders
from turns.exploring.program import Program
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.recording.recorder import Recorder
from turns.recording.recording import Recording
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target, load

MOST_LINES = 12
"""Lines up to which readers may be asked for an order."""
MOST_TEXTS = 60
"""Lines up to which an outcome is listed."""
HEAD, TAIL = 150, 20
"""Turns that are kept of a long run: at its beginning, and at its end."""
MOST_TASKS = 60
"""Tasks up to which a run can be drawn; of one with more, neither is kept."""
_ENDLESS = {"time", "turns", "output"}
_FOLDERS = re.compile(r"\S*[/\\](?=\w+\.py)")
_T = TypeVar("_T")


class UnwatchableError(Exception):
    """The program cannot be watched to its end; the message says why."""

    def __init__(self, reason: str, *, line: int = 0, fault: bool = False) -> None:
        """See `turns.exploring.findings.Refusal`."""
        super().__init__(reason)
        self.line = line
        self.fault = fault


@dataclass(frozen=True)
class Run:
    """A run of a program, and what was recorded of it."""

    target: Target
    limits: Limits
    outcome: Outcome
    recorder: Recorder


def loaded(path: Path) -> Target:
    """Compile a program; raise `UnwatchableError` if it is none."""
    try:
        return load(path)
    except SyntaxError as error:
        reason = "; ".join(["syntax error: " + error.msg, *pasted.instead(error)])
        raise UnwatchableError(reason, line=error.lineno or 0, fault=True) from error
    except ValueError as error:
        raise UnwatchableError(str(error), fault=True) from error


def run(target: Target, limits: Limits, recorder: Recorder) -> Run:
    """Run a program as asyncio does."""
    return _watched(target, limits, recorder, None)


def _watched(target: Target, limits: Limits, recorder: Recorder, replay: Replay | None) -> Run:
    outcome = execute(target, observer=recorder, strategy=replay, limits=limits)
    return Run(target, limits, outcome, recorder)


def check(normal: Run) -> None:
    """Raise `UnwatchableError` if a run was stopped, so that there is no more to find out."""
    problem = normal.outcome.problem
    if problem is not None and problem.kind not in {"deadlock", "exit"}:
        raise UnwatchableError(problem.message, fault=problem.kind in _ENDLESS)


def findings(
    normal: Run, explored: Exploration, name: str, digest: str, also: Schedule | None = None
) -> Findings:
    """Say what was found about a program that was run to its end, and explored.

    ``also`` is a schedule to show besides those that are found, if the program has it.
    """
    target, outcome, recorder = normal.target, normal.outcome, normal.recorder
    if [mark.text for mark in explored.marks] != outcome.output:
        raise UnwatchableError("two runs of it print different lines")
    few = len(explored.marks) <= MOST_LINES
    found = Findings(
        name=name,
        digest=digest,
        recording=shown(normal),
        marks=explored.marks,
        together=explored.together,
        outcomes={mode: _listed(one) for mode, one in explored.outcomes.items()},
        orders=_orders(explored, "queue") if few else None,
        documented=_orders(explored, "documented") if few else None,
        unknown=explored.unknown,
        causes=tuple(
            causes(
                Program(target, normal.limits),
                recorder.recording(outcome),
                recorder.keys,
                explored.marks,
            )
        ),
        departures=tuple(_departures(normal, explored, also)),
        mistaken=mistaken(target, outcome, normal.limits) if few else (),
        board=board(target, explored),
    )
    return without_folders(found, f"{target.path.parent}{os.sep}")


def _listed(outcomes: Outcomes) -> Outcomes:
    """Return them without outcomes that no card has room for."""
    listed = tuple(one for one in outcomes.listed if len(one.texts) <= MOST_TEXTS)
    return replace(outcomes, listed=listed)


def _orders(explored: Exploration, name: str) -> Orders | None:
    space = explored.spaces.get(name)
    if space is None or space.cut or explored.unknown:
        return None
    return orders(space.nfa, explored.normal.output)


def shown(run: Run) -> Recording:
    """Return as much of a run as a card has room for; no traceback, which names our files."""
    recording = run.recorder.recording(run.outcome, HEAD, TAIL)
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


def _departures(normal: Run, explored: Exploration, also: Schedule | None) -> Iterator[Departure]:
    schedules = _shown_schedules(explored)
    for schedule in schedules:
        yield _departure(normal, schedule)
    if also is not None and also.choices and also not in schedules:
        with suppress(UnwatchableError):  # it is another program's
            yield _departure(normal, also)


def _departure(normal: Run, schedule: Schedule) -> Departure:
    """Return the run under a schedule, from the first turn that is another one."""
    replay, recorder = Replay(schedule), Recorder()
    other = _watched(normal.target, normal.limits, recorder, replay)
    if (divergence := replay.finish(other.outcome.turns)) is not None:
        raise UnwatchableError(str(divergence))
    alike = _alike(normal.recorder.keys, recorder.keys)
    recording = shown(other)
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


def without_folders(thing: _T, own: str) -> _T:
    """Take folders out of what asyncio prints in debug mode: `own`, and those of Python itself."""
    bare: _T = _without_folders(thing, own)
    return bare


def _without_folders(thing: Any, own: str) -> Any:
    if type(thing) is str:  # the value of an enumeration is one of a few
        return _FOLDERS.sub("", thing.replace(own, ""))
    if isinstance(thing, dict):
        return {key: _without_folders(value, own) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return tuple(_without_folders(one, own) for one in thing)
    if hasattr(thing, "__dataclass_fields__") and not hasattr(thing, "parse"):
        names = thing.__dataclass_fields__
        return replace(thing, **{one: _without_folders(getattr(thing, one), own) for one in names})
    return thing
