"""Compare all answers about many programs drawn by lot with the judge's, on one Python.

For `tools.agreement`, which runs this on every Python; it needs nothing but the standard library.
From the root of the checkout, with what came of it as JSON:

    PYTHONPATH=. python tests/turns/exploring/full_run.py 0 100
"""

import argparse
import json
import logging
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unittest.mock import patch

import agreement
from answers import EFFORT, Answers
from brute_force import TooManyError, Truth, in_a_child, judge
from random_programs import program

from turns.exploring import fresh, processes
from turns.exploring.explore import explore
from turns.exploring.fresh import Question, Replies
from turns.runtime.target import load

_EACH = 8
"""Of so many programs one is asked about in a new process each time (others in this one, which
takes a tenth of the time), one is held against the graph with and without commuting too, and one is
judged with each schedule in a process of its own."""


@dataclass(frozen=True)
class Size:
    """How far the judge goes, in each of the two kinds of schedules."""

    schedules: int = 120
    seconds: float = 20


@dataclass
class Report:
    """What came of many programs."""

    counts: Counter[str] = field(default_factory=Counter)
    judged: list[int] = field(default_factory=list)
    """The numbers of the programs that the judge got to the end of."""
    differences: list[str] = field(default_factory=list)


def compare(number: int, size: Size) -> Report:
    """Draw a program and compare all that is said of it."""
    drawn = program(number)
    share = number % _EACH
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(drawn.text, encoding="utf-8")
        isolated = drawn.leaks or share == 2
        try:
            truths = _truths(path, size, isolated=drawn.leaks)
            if isolated and not drawn.leaks:  # only now: it takes ten times as long
                truths = _truths(path, size, isolated=True)
        except TooManyError:
            return Report()
        fresh_ones = drawn.leaks or share == 0
        with nullcontext() if fresh_ones else patch.object(processes, "run", _in_here):
            found = explore(load(path), EFFORT)
        answers = Answers(path, found, truths, chance=drawn.chance)
        differences, counts = answers.differences, answers.counts
        if share == 1 and not (drawn.leaks or drawn.chance):  # there the survey speaks first
            for kind, truth in truths.items():
                one = agreement.compare(path, truth, agreement.Effort(), clock=kind == "clock")
                counts[f"graph: {one.verdict}"] += 1
                differences += one.differences if one.verdict == "different" else ()
    counts["isolated"] += isolated
    return Report(counts, [number], [f"program {number}: {one}" for one in differences])


def _truths(path: Path, size: Size, *, isolated: bool) -> dict[str, Truth]:
    return {
        kind: judge(
            path,
            clock=kind == "clock",
            schedules=size.schedules,
            seconds=size.seconds,
            isolated=isolated,
        )
        for kind in ("queue", "clock")
    }


def _in_here(question: Question) -> Replies:
    """Answer in this process what a fresh one is asked."""
    return [*fresh.replies(question.target, question.requests, question.limits)]


def run(numbers: Iterable[int], size: Size) -> Report:
    """Compare for all these programs; go on after a difference.

    What leaves something behind is compared in a process of its own.
    """
    report = Report()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the programs never await, and the like
        for number in numbers:
            whole = partial(compare, number, size)
            try:
                one = in_a_child(whole) if program(number).leaks else whole()
            except Exception as error:  # noqa: BLE001 - a fault of ours is a difference, too
                one = Report(differences=[f"program {number}: {type(error).__name__}: {error}"])
            report.counts += one.counts
            report.judged += one.judged
            report.differences += one.differences
    return report


def main() -> None:
    """Compare, and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=int, help="the number of the first program")
    parser.add_argument("last", type=int, help="the number after that of the last")
    parser.add_argument("--schedules", type=int, default=Size.schedules)
    options = parser.parse_args()
    # What asyncio says of tasks that are destroyed after their run is nobody's concern.
    logging.disable()
    sys.unraisablehook = lambda _: None
    report = run(range(options.first, options.last), Size(options.schedules))
    print(json.dumps(vars(report)))


if __name__ == "__main__":
    main()
