"""An independent judge for small programs: run every schedule there is, and look.

No cleverness: depth first over all choices, each schedule from start to end, nothing merged and
nothing skipped. So it knows nothing of why the explorer may leave schedules out. What follows from
the outcomes is taken from the definitions, word by word: see `judged_marks` and `lines_between`.
"""

import asyncio
import gc
import math
import os
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, TypeVar
from unittest import mock

from departures import Departures, Name

from turns.exploring.digest import label
from turns.exploring.nfa import End, end_of
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.run import ChoicePoint
from turns.runtime.target import Target, load

LineId = tuple[str, int]
"""A line's text, and which line with this text it is, from 0."""
Answer = TypeVar("Answer")
Outcome = tuple[tuple[str, ...], End]
"""What is printed, and how the program ends."""
ENDS = {"deadlock", "exit"}
"""Problems that are a way to end."""
_HOPELESS = 20
"""If the first schedule alone could go on in so many times as many ways as may be run, none is."""
_LIMITS = Limits(seconds=60, turns=500)


class TooManyError(Exception):
    """The program has more schedules than allowed, or one that does not end."""


@dataclass
class Truth:
    """All outcomes of a program, each with the fewest departures of a schedule that leads to it."""

    outcomes: dict[Outcome, int] = field(default_factory=dict)
    whole: dict[Outcome, int] = field(default_factory=dict)
    """The same with all that is known of those who wait in a deadlock."""
    documented: dict[Outcome, int] = field(default_factory=dict)
    """Of the schedules in which the program's own callbacks run in the order of registration."""
    schedules: dict[tuple[str, ...], Outcome] = field(default_factory=dict)
    """By the labels of the turns chosen; where those are equal, the last such schedule."""
    count: int = 0
    """Of schedules."""


@dataclass(frozen=True)
class Mark:
    """What a line needs in order to stand where it stands, and how it can fail to."""

    line: LineId
    because: str
    """``program``, ``documented``, ``clock`` or ``queue``."""
    earlier: int | None = None
    """The fewest departures of a schedule that prints it while the line above is not printed."""
    missing: int | None = None
    """The fewest departures of a schedule that does not print it."""


def judge(
    path: Path, *, clock: bool, schedules: int, seconds: float, isolated: bool = False
) -> Truth:
    """Run all queue or all clock schedules; raise `TooManyError` beyond the limits.

    With ``isolated``, each in a process of its own, which needs `os.fork`: for programs that could
    leave something behind in this one.
    """
    gc.collect()
    gc.freeze()  # each run's collections look at the program's objects alone
    try:
        return _judged(path, clock=clock, schedules=schedules, seconds=seconds, isolated=isolated)
    finally:
        gc.unfreeze()


def _judged(path: Path, *, clock: bool, schedules: int, seconds: float, isolated: bool) -> Truth:
    target = load(path)
    truth = Truth()
    until = time.perf_counter() + seconds
    prefix: list[int] | None = []
    counts: list[int] = []
    while prefix is not None:
        if truth.count >= schedules or time.perf_counter() > until:
            raise TooManyError(f"more than {truth.count} schedules")

        def run(prefix: list[int] = prefix) -> _Ran:
            return _run(target, prefix, clock=clock)

        ran = in_a_child(run) if isolated else run()
        assert ran.counts[: len(prefix)] == counts[: len(prefix)], "the program went another way"
        truth.count += 1
        outcome = ran.outcome[0], brief(ran.outcome[1])
        truth.schedules[ran.labels] = outcome
        _fewest(truth.whole, ran.outcome, ran.departures)
        _fewest(truth.outcomes, outcome, ran.departures)
        if ran.documented:
            _fewest(truth.documented, outcome, ran.departures)
        counts = ran.counts
        if truth.count == 1 and math.prod(counts) > _HOPELESS * schedules:
            raise TooManyError(f"more than {truth.count} schedules")
        prefix = _next([*prefix, *[0] * (len(counts) - len(prefix))], counts)
    return truth


def _fewest(outcomes: dict[Outcome, int], outcome: Outcome, departures: int) -> None:
    outcomes[outcome] = min(departures, outcomes.get(outcome, departures))


def outputs(path: Path, *, clock: bool, limit: int) -> set[tuple[str, ...]]:
    """Return what all queue or all clock schedules print; raise if they are over ``limit``."""
    truth = judge(path, clock=clock, schedules=limit, seconds=300)
    return {texts for texts, _ in truth.outcomes}


def _next(choices: list[int], counts: list[int]) -> list[int] | None:
    while choices and choices[-1] + 1 == counts[len(choices) - 1]:
        choices.pop()
    return [*choices[:-1], choices[-1] + 1] if choices else None


@dataclass(frozen=True)
class _Ran:
    """What came of one schedule."""

    outcome: Outcome
    labels: tuple[str, ...]
    """Of the turns chosen."""
    counts: list[int]
    """Between how many turns there was a choice each time."""
    departures: int
    documented: bool


def _run(target: Target, prefix: list[int], *, clock: bool) -> _Ran:
    strategy = _Prefix(prefix, clock=clock)
    with _registering(str(target.path), strategy.registered):
        outcome = execute(target, strategy=strategy, limits=_LIMITS)
    if strategy.error is not None:
        raise strategy.error
    if outcome.problem is not None and outcome.problem.kind not in ENDS:
        raise TooManyError(outcome.problem.message)
    if outcome.is_left:
        raise TooManyError("what is left behind is destroyed in an order that nobody decides")
    end = end_of(outcome)
    assert end is not None
    return _Ran(
        (tuple(outcome.output), end),
        tuple(strategy.labels),
        strategy.counts,
        strategy.departures.fewest,
        strategy.in_order,
    )


def brief(end: End) -> End:
    """Say of those who wait in a deadlock only who they are."""
    return End(end.kind, end.detail or ", ".join(sorted(one.name for one in end.waiting)))


class _Prefix:
    """Chooses as told, then always the first."""

    documented = False
    """Every schedule is run; which of them are documented is found out here."""

    def __init__(self, prefix: list[int], *, clock: bool) -> None:
        self.clock = clock
        self.counts: list[int] = []
        self.labels: list[str] = []
        self.departures = Departures()
        self.registered: list[Name] = []
        """What the program registered itself, in this order."""
        self.in_order = True
        """What is registered has run in that order."""
        self.error: Exception | None = None
        self._prefix = prefix

    def choose(self, point: ChoicePoint) -> int:
        at = len(self.counts)
        self.counts.append(len(point.options))
        index = self._prefix[at] if at < len(self._prefix) else 0
        if index >= len(point.options):
            self.error = AssertionError("the program went another way")
            raise self.error
        self.labels.append(label(point.handles[index]))
        names = [(handle.maker, handle.index) for handle in point.handles]
        early = {i for i in range(len(names)) if self.clock and point.options[i].early}
        self.departures.take(names, early, index)
        ours = [name for name in self.registered if name in names]
        if names[index] in ours[1:]:
            self.in_order = False
        return index


@contextmanager
def _registering(filename: str, registered: list[Name]) -> Iterator[None]:
    """Note the handles of the callbacks that the program registers with `call_soon` itself.

    A future written in C calls it, too, below a frame of the program's: for a task's step, or for a
    callback, with the future as the only argument and with a context.
    """
    call_soon = asyncio.BaseEventLoop.call_soon

    def watched(self: Any, callback: Any, *args: Any, context: Any = None) -> Any:  # noqa: ANN401
        handle = call_soon(self, callback, *args, context=context)
        ours = sys._getframe(1).f_code.co_filename == filename  # noqa: SLF001
        step = isinstance(getattr(callback, "__self__", None), asyncio.Task)
        alone = len(args) == 1 and isinstance(args[0], asyncio.Future)
        if ours and not step and (context is None or not alone):
            registered.append((handle.maker, handle.index))
        return handle

    with mock.patch.object(asyncio.BaseEventLoop, "call_soon", watched):
        yield


def in_a_child(run: Callable[[], Answer]) -> Answer:
    """Return what ``run`` returns in a copy of this process; raise what it raises."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(run, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pickle.loads(pipe.read())  # noqa: S301 - our own child's
    os.waitpid(child, 0)
    if isinstance(answer, BaseException):
        raise answer
    return answer  # type: ignore[no-any-return]


def _answer(run: Callable[[], object], writing: int) -> NoReturn:
    try:
        try:
            answer = run()
        except Exception as error:  # noqa: BLE001 - handed over
            answer = error
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe)
    finally:
        os._exit(0)


def numbered(texts: Iterable[str]) -> list[LineId]:
    """Tell equal lines apart by occurrence."""
    counts: Counter[str] = Counter()
    found = []
    for text in texts:
        found.append((text, counts[text]))
        counts[text] += 1
    return found


def judged_marks(normal: Sequence[str], *, clock: Truth, queue: Truth) -> list[Mark]:
    """Return the mark of each line of the normal run, by definition."""
    lines = numbered(normal)
    found = []
    for above, line in zip([None, *lines], lines, strict=False):
        if not _any_fails(clock.outcomes, above, line):
            because, outcomes = "program", clock.outcomes
        elif not _any_fails(clock.documented, above, line):
            because, outcomes = "documented", clock.outcomes
        elif not _any_fails(queue.outcomes, above, line):
            because, outcomes = "clock", clock.outcomes
        else:
            because, outcomes = "queue", queue.outcomes
        found.append(Mark(line, because, *ways_to_fail(outcomes, above, line)))
    return found


def _any_fails(outcomes: dict[Outcome, int], above: LineId | None, line: LineId) -> bool:
    """Say whether the line comes earlier or is missing in any of them."""
    return ways_to_fail(outcomes, above, line) != (None, None)


def ways_to_fail(
    outcomes: dict[Outcome, int], above: LineId | None, line: LineId
) -> tuple[int | None, int | None]:
    """Return the fewest departures with which the line comes earlier, and is missing."""
    earlier, missing = [], []
    for (texts, _), departures in outcomes.items():
        printed = numbered(texts)
        if line not in printed:
            missing.append(departures)
        elif above is not None and above not in printed[: printed.index(line)]:
            earlier.append(departures)
    return min(earlier, default=None), min(missing, default=None)


def lines_between(outcomes: Iterable[Outcome], x: LineId, y: LineId) -> set[str]:
    """Return the other lines that stand between the two where both are printed, ``x`` before."""
    found: set[str] = set()
    for texts, _ in outcomes:
        printed = numbered(texts)
        if x in printed and y in printed:
            found |= {text for text, _ in printed[printed.index(x) + 1 : printed.index(y)]}
    return found
