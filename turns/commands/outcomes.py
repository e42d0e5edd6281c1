"""``python -m turns outcomes``: all that a program could print, and how it could end."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from turns.commands import child
from turns.commands.common import compared, name_of, status, target_of
from turns.commands.waiting import watching
from turns.drawing.words import counted, say
from turns.exploring.differences import differences
from turns.exploring.explore import Effort, Exploration, explore, graph_of
from turns.exploring.map import chart
from turns.exploring.nfa import End
from turns.exploring.outcomes import Outcome
from turns.exploring.program import CLOCK, QUEUE
from turns.exploring.shape import Shape
from turns.recording.codec import encode
from turns.runtime.problem import cycle
from turns.text import clip

_COLUMNS = 100
_SHOWN = 12
"""Lines of an outcome that are shown, from where it departs on."""
_RESERVE = 0.9
"""The part of the limit that the search may use; the rest is for writing."""


def as_json(name: str, found: Exploration, mode: str) -> dict[str, Any]:
    """Return what was found, as JSON has it."""
    outcomes = found.outcomes.get(mode)
    return {
        "file": name,
        "python": ".".join(str(number) for number in sys.version_info[:3]),
        "schedules": mode,
        "count": outcomes.count if outcomes else 0,
        "exact": bool(outcomes and not outcomes.inexact),
        "inexact": outcomes.inexact if outcomes else "; ".join(found.unknown),
        "unknown": list(found.unknown),
        "remarks": [*compared(found.normal, "en")],
        "outcomes": [_outcome(one) for one in outcomes.listed] if outcomes else [],
        "order": {
            "always": [found.marks[index].text for index in outcomes.shape.always],
            "chains": [
                [found.marks[index].text for index in chain] for chain in outcomes.shape.chains
            ],
        }
        if outcomes and outcomes.shape
        else None,
    }


def _outcome(one: Outcome) -> dict[str, Any]:
    end = one.end
    return {
        "lines": list(one.texts),
        "end": end.kind,
        "detail": end.detail,
        "waiting": [
            {
                "task": waiting.name,
                "line": waiting.line,
                "on": waiting.on,
                "thing": waiting.thing,
                "holder": waiting.holder,
            }
            for waiting in end.waiting
        ],
        "cycle": list(cycle(end.waiting)),
        "departures": one.witness.departures,
        "schedule": str(one.witness.schedule),
        "departs_at": one.differs + 1,
    }


def as_text(found: Exploration, mode: str) -> Iterator[str]:
    """Yield how many there are, each that is listed, and what all have in common."""
    outcomes = found.outcomes.get(mode)
    if outcomes is None:
        yield f"nothing is known: {'; '.join(found.unknown)}"
        return
    yield counted(outcomes.count, outcomes.inexact, mode, "en")
    normal = tuple(found.normal.output)
    for number, one in enumerate(outcomes.listed, 1):
        yield ""
        yield from _listed(number, one, normal)
    more = outcomes.count - len(outcomes.listed)
    if more > 0:
        yield ""
        yield f"and {more:,} more, which depart further"
    if more > 0 and outcomes.shape is not None:
        texts = [mark.text for mark in found.marks]
        yield from _summed_up(texts, outcomes.shape)
    if found.unknown:
        yield ""
        yield f"nothing is proven: {'; '.join(found.unknown)}"
    if found.lacks_time:
        yield say("en", "more-time")
    for remark in compared(found.normal, "en"):
        yield ""
        yield f"({remark})"


def _listed(number: int, one: Outcome, normal: Sequence[str]) -> Iterator[str]:
    if not one.witness.departures:
        yield f"{number}  {_ended(one.end)}: the normal run"
    else:
        noun = "departure" if one.witness.departures == 1 else "departures"
        where = f"from line {one.differs + 1} on, " if one.differs < len(one.texts) else ""
        schedule = f"--schedule {one.witness.schedule}"
        yield f"{number}  {_ended(one.end)}: {where}{one.witness.departures} {noun}  {schedule}"
    begin = one.differs if one.witness.departures else 0
    rest = one.texts[begin : begin + _SHOWN]
    for at, text in enumerate(rest, begin):
        instead = ""
        if one.witness.departures and at == begin:
            instead = f"   (normally {clip(normal[at], 30)})" if at < len(normal) else ""
        yield f"   {at + 1:>3} \N{BOX DRAWINGS LIGHT VERTICAL} {clip(text, _COLUMNS)}{instead}"
    if len(one.texts) > begin + _SHOWN:
        yield f"       and {len(one.texts) - begin - _SHOWN:,} more lines"
    if one.witness.departures and len(one.texts) < len(normal):  # what is lacking is no line above
        missing = differences(normal, one.texts).missing
        more = f" and {len(missing) - _SHOWN:,} more lines" if len(missing) > _SHOWN else ""
        yield f"       not printed: {', '.join(_clipped(missing))}{more}"
    for waiting in one.end.waiting:
        yield f"       {waiting}"
    if circle := cycle(one.end.waiting):
        arrow = " \N{RIGHTWARDS ARROW} "
        yield f"       each waits for the next: {arrow.join((*circle, circle[0]))}"


def _clipped(texts: Sequence[str]) -> list[str]:
    """Return the first of these lines, as they stand one beside another."""
    return [clip(text, 30) for text in texts[:_SHOWN]]


def _ended(end: End) -> str:
    return f"{end.kind} ({end.detail})" if end.detail else end.kind


def _summed_up(texts: Sequence[str], shape: Shape) -> Iterator[str]:
    """Say what all outcomes have in common."""
    missing = [text for index, text in enumerate(texts) if index not in shape.always]
    yield ""
    yield f"in all of them: {len(shape.always)} of the normal run's {len(texts)} lines"
    if missing:
        yield f"  not in some: {', '.join(_clipped(missing))}"
    for chain in shape.chains:
        line = " < ".join(clip(texts[index], 20) for index in chain)
        yield f"  always in this order: {clip(line, _COLUMNS)}"
    if len(shape.chains) > 1:
        yield "  the order of lines that stand in no chain together is free, or depends on others"


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    target, name = target_of(options), name_of(options)
    mode, kind = ("clock", CLOCK) if options.clock else ("queue", QUEUE)
    with child.saved_stdout() as out, watching() as progress:
        seconds = options.limit * _RESERVE
        effort = Effort(seconds=seconds, clock=options.clock, progress=progress)
        if options.map:
            drawn = encode(chart(graph_of(target, effort, kind)))
            child.write_data({"file": name, "schedules": mode, **drawn}, out)
            out.flush()
            return 0
        found = explore(target, effort)
        _write(found, name, mode, out, as_data=options.json)
        return status(found.normal)


def _write(found: Exploration, name: str, mode: str, out: TextIO, *, as_data: bool) -> None:
    if as_data:
        child.write_data(as_json(name, found, mode), out)
    else:
        out.writelines(line + "\n" for line in as_text(found, mode))
    out.flush()
