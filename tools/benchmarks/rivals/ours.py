"""Let `turns` explore a program: ``python -m tools.benchmarks.rivals.ours FILE SECONDS``.

What the others have found comes as JSON on stdin. It runs on the same interpreter as they do.

Two times are measured: that of the search for all outcomes alone, and that of all that
``turns outcomes`` does, with marks, clock schedules, witnesses and their repetition.
"""

import json
import os
import sys
import time
from itertools import islice, pairwise
from pathlib import Path

from tools.benchmarks.rivals.answers import Outcome, Own, reversed_pairs
from turns.exploring import spaces
from turns.exploring.dfa import determined
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.marks import number
from turns.exploring.program import QUEUE, Budget, Program
from turns.exploring.promises import earlier
from turns.exploring.spaces import Space
from turns.runtime.limits import Limits
from turns.runtime.target import load

LISTED = 100_000
"""Outcomes up to which they are listed, to be counted by kinds of end as for the others."""


def main() -> None:
    """Explore the program of the command line, and answer."""
    path, limit = Path(sys.argv[1]).resolve(), float(sys.argv[2])
    others: list[Outcome] = [(tuple(texts), end) for texts, end in json.load(sys.stdin)]
    target, effort = load(path), Effort(seconds=limit)
    program = Program(target, Limits(seconds=limit / 3))
    start = _processor()
    spaces.explore(program, QUEUE, Budget(effort.turns, time.perf_counter() + limit))
    middle = _processor()
    found = explore(target, effort)
    end = _processor()
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        json.dump(_answer(found, others, middle - start, end - middle), out)


def _processor() -> float:
    """Return seconds of the processor, of this process and of those that it has started."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _answer(found: Exploration, others: list[Outcome], search: float, everything: float) -> Own:
    space = found.spaces["queue"]
    outcomes = found.outcomes["queue"]
    normal = found.normal.output
    exact = not (outcomes.inexact or found.unknown)
    listed: set[Outcome] = {(one.texts, one.end.kind) for one in outcomes.listed}
    count = outcomes.count
    if exact and count <= LISTED:
        words = determined(space.nfa).outcomes()
        listed = {(texts, end.kind) for texts, end in islice(words, LISTED)}
        count = len(listed)
    reasons = "; ".join((*found.unknown, outcomes.inexact))
    return {
        "outcomes": [([*texts], end) for texts, end in listed],
        "count": count,
        "claim": "exactly" if exact else f"at least: {reasons}",
        "bounded": False,
        "refuted": False,
        "runs": 0,
        "last": search,
        "seconds": everything,
        "problem": "",
        "normal": [*normal],
        "reversed": sorted(_reversed(space, normal) | reversed_pairs(normal, listed)),
        "foreign": [([*one[0]], one[1]) for one in others if exact and not _has(space, one)],
    }


def _reversed(space: Space, normal: list[str]) -> set[int]:
    lines = [*number(normal)]
    return {
        n
        for n, (x, y) in enumerate(pairwise(lines))
        if earlier(space.source.about(x[0], y[0]), x, y)
    }


def _has(space: Space, outcome: Outcome) -> bool:
    """Say whether this is an outcome, of whatever detail its end is, or cannot be looked up."""
    nfa = space.nfa
    if not nfa.ends:  # too large to be written down
        return True
    points = nfa.silently([0])
    for text in outcome[0]:
        after = (nfa.printing[point].get(text, set()) for point in points)
        points = nfa.silently(set().union(*after))
    return any(point in nfa.ends and nfa.ends[point].kind == outcome[1] for point in points)


if __name__ == "__main__":
    main()
