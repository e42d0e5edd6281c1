"""Find out all that a card shows of a program that was run as asyncio does."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

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
from turns.exploring.watching import Run, UnwatchableError, run, without_folders
from turns.recording.recorder import Recorder
from turns.recording.recording import Recording
from turns.runtime.target import Target

MOST_LINES = 12
"""Lines up to which readers may be asked for an order."""
MOST_TEXTS = 60
"""Lines up to which an outcome is listed."""
HEAD, TAIL = 150, 20
"""Turns that are kept of a long run: at its beginning, and at its end."""
MOST_TASKS = 60
"""Tasks up to which a run can be drawn; of one with more, neither is kept."""


def findings(
    normal: Run, explored: Exploration, name: str, digest: str, also: Schedule | None = None
) -> Findings:
    """Say what was found about a program that was run to its end, and explored.

    ``also`` is a schedule to show besides those that are found, if the program has it.
    """
    return whole(marked(normal, explored, name, digest), normal, explored, also)


def marked(normal: Run, explored: Exploration, name: str, digest: str) -> Findings:
    """Say all of it but what there is to play with: other runs, mistakes, and the board."""
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
        departures=(),
        mistaken=(),
        board=None,
    )
    return _bare(found, target)


def whole(
    found: Findings, normal: Run, explored: Exploration, also: Schedule | None = None
) -> Findings:
    """Add to what is `marked` what there is to play with."""
    target, few = normal.target, len(explored.marks) <= MOST_LINES
    added = replace(
        found,
        departures=tuple(_departures(normal, explored, also)),
        mistaken=mistaken(target, normal.outcome, normal.limits) if few else (),
        board=board(target, explored),
    )
    return _bare(added, target)


def _bare(found: Findings, target: Target) -> Findings:
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


def shown(watched: Run) -> Recording:
    """Return as much of a run as a card has room for; no traceback, which names our files."""
    recording = watched.recorder.recording(watched.outcome, HEAD, TAIL)
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
    other = run(normal.target, normal.limits, recorder, replay)
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
