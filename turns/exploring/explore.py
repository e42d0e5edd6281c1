"""Run a program under other schedules, and say what promises the order of its lines.

The question, for two lines that the normal run prints one after the other, x and then y: is there a
schedule that prints y and then x? `explore` answers in two steps, first for queue schedules and
then for clock schedules: it *aims*, with schedules that are likely to reverse lines
(`turns.exploring.strategies`; one run answers for many pairs, and each reversal is a witness), and
then it *searches* through all the others that can show anything new (`turns.exploring.search`,
which proves why it may leave out what it does), as long as there are pairs without an answer.

What the schedules do not contain, the search cannot promise: threads, sockets, the iteration order
of sets in the program's own loops, `random` and `id()`. A program that has them gets no promise:
`Exploration.obstacles` says which.
"""

import gc
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from itertools import combinations, pairwise
from pathlib import Path
from types import CodeType

from turns.exploring import chance
from turns.exploring.digest import Digester, names_in
from turns.exploring.footprint import has_footprints
from turns.exploring.schedule import Schedule
from turns.exploring.search import LineId, Search, Searching, number
from turns.exploring.strategies import Fifo, Scout, aimed
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits

_MODES = ("queue", "clock")
_COVERED = {"all", "not needed"}
_LEAST = 200
"""Turns that a schedule may have beyond the normal run, at least."""
_GOOD_ENDS = {"deadlock", "abandoned"}
"""A schedule that ends so has been followed to its end."""


@dataclass(frozen=True)
class Effort:
    """How far to search. Turns, not seconds, are the usual end: the same on every machine."""

    turns: int = 16_000
    """In each of the two searches."""
    seconds: float = 10.0
    """For everything together."""
    patience: float = 0.5
    """Seconds that one schedule may take, beyond ten times what the normal run takes."""


@dataclass(frozen=True)
class Mark:
    """A line of the normal run, and what promises that it comes after the one above."""

    text: str
    because: str
    """``first``, ``program``, ``clock`` or ``queue``."""
    proven: bool
    """False if the search was cut short of what ``because`` claims: `program` claims that no
    schedule reverses the lines, `clock` that no queue schedule does. Or if chance decides more
    than the schedule does."""
    witness: Schedule | None = None
    """A schedule that prints this line before the one above."""


@dataclass(frozen=True)
class Exploration:
    """What was found, and how far the search went."""

    lines: list[Mark]
    schedules: int
    """How many were run, to the end or up to where the rest was known."""
    turns: int
    exhaustive: bool
    """No schedule that was left out could change a mark: each is proven."""
    searched: dict[str, str]
    """For ``queue`` and ``clock``: ``all``, ``not needed`` (every pair had its answer), or why the
    search ended early."""
    obstacles: list[str]
    """What the program has that no schedule decides."""
    outcome: Outcome
    """Of the normal run."""


def explore(code: CodeType, path: Path, effort: Effort, source: str | bytes = "") -> Exploration:
    """Find the mark of every line that ``code`` prints."""
    with _quiet():
        return _Explorer(code, path, effort, source).explore()


@dataclass(frozen=True)
class Promise:
    """What the program and the clock promise of all lines, not only of adjacent ones."""

    pairs: tuple[tuple[int, int], ...]
    """Lines, by index from 0, of which the first comes before the second in every queue
    schedule that was run."""
    proven: bool
    """False if the search was cut short."""


def promised(code: CodeType, path: Path, effort: Effort, source: str | bytes = "") -> Promise:
    """Find which of the normal run's lines come before which in every queue schedule."""
    with _quiet():
        return _Explorer(code, path, effort, source).promised()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what is left of runs that were ended early from printing while it is destroyed.

    Thousands of runs leave garbage; let its collection look at nothing else.
    """
    gc.collect()
    gc.freeze()
    try:
        with warnings.catch_warnings(), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            warnings.simplefilter("ignore")
            yield
            gc.collect()
    finally:
        gc.unfreeze()


_OUTSIDE = {
    "threads": "run_in_executor to_thread Thread submit ThreadPoolExecutor ProcessPoolExecutor"
    " call_soon_threadsafe run_coroutine_threadsafe Timer",
    "sockets": "open_connection start_server create_server create_connection socket socketpair"
    " getaddrinfo add_reader add_writer sock_recv sock_accept",
    "signals": "add_signal_handler",
}


def outside(code: CodeType) -> set[str]:
    """Name what the program has that goes on beside the loop; not all of it is in a schedule."""
    names = names_in(code)
    return {word for word, calls in _OUTSIDE.items() if names & set(calls.split())}


@dataclass
class _Pair:
    """Two lines of the normal run, and in which schedules they were seen the other way round."""

    x: LineId
    y: LineId
    found: dict[str, Schedule] = field(default_factory=dict)
    """The witness, by ``queue`` or ``clock``."""

    def is_open(self, mode: str) -> bool:
        """Say whether a schedule of this kind would tell something new."""
        return "queue" not in self.found and mode not in self.found

    def note(self, mode: str, schedule: Schedule) -> None:
        """Note a witness."""
        self.found[mode] = schedule

    @property
    def because(self) -> str:
        return next((mode for mode in _MODES if mode in self.found), "program")


def _has_ended(outcome: Outcome) -> bool:
    """Tell whether the normal run came to its end, if only because all wait."""
    return outcome.problem is None or outcome.problem.kind in {"deadlock", "exit"}


class _Explorer:
    def __init__(self, code: CodeType, path: Path, effort: Effort, source: str | bytes) -> None:
        self.code, self.path, self.effort = code, path, effort
        self.deadline = time.perf_counter() + effort.seconds
        self.runs = self.turns = 0
        self.chance = set(chance.obstacles(source))
        self.obstacles = self.chance | outside(code)
        self.pairs: list[_Pair] = []
        self.limits = Limits(seconds=effort.seconds)

    def explore(self) -> Exploration:
        outcome = self._begin()
        lines = list(number(outcome.output))
        self.pairs = [_Pair(x, y) for x, y in pairwise(lines)]
        if self.pairs and self._run(None).output != outcome.output:
            self._leave_to_chance("two runs of the same schedule print different lines")
        searched = dict.fromkeys(_MODES, "not done: the program was stopped")
        if _has_ended(outcome):
            for mode in _MODES:
                self._aim(mode, outcome)
            promising = not self.obstacles
            for mode in _MODES:
                searched[mode] = self._search(mode, promising=promising)
                promising = promising and searched[mode] in _COVERED
        marks = list(self._marks(outcome, searched))
        return Exploration(
            marks,
            self.runs,
            self.turns,
            outcome.problem is None and all(mark.proven for mark in marks),
            searched,
            sorted(self.obstacles),
            outcome,
        )

    def promised(self) -> Promise:
        outcome = self._begin()
        lines = list(number(outcome.output))
        indices = list(combinations(range(len(lines)), 2))
        self.pairs = [_Pair(lines[i], lines[j]) for i, j in indices]
        self._aim("queue", outcome)
        covered = self._search("queue", promising=True) in _COVERED
        kept = [ij for ij, pair in zip(indices, self.pairs, strict=True) if not pair.found]
        return Promise(tuple(kept), covered and _has_ended(outcome) and not self.obstacles)

    def _begin(self) -> Outcome:
        """Return the normal run; see how long others may take."""
        start = time.perf_counter()
        outcome = self._run(None)
        # Under another schedule a thread may wait for real time, or for ever; and an unfair
        # schedule may spin for ever where the normal one does not.
        patience = self.effort.patience + 10 * (time.perf_counter() - start)
        self.limits = Limits(seconds=patience, turns=4 * outcome.turns + _LEAST)
        return outcome

    def _marks(self, outcome: Outcome, searched: dict[str, str]) -> Iterator[Mark]:
        covered = {mode: searched[mode] in _COVERED for mode in _MODES}
        promised = _has_ended(outcome) and not self.obstacles
        proven = {
            "queue": not self.chance,
            "clock": covered["queue"] and promised,
            "program": covered["queue"] and covered["clock"] and promised,
        }
        for text in outcome.output[:1]:
            yield Mark(text, "first", proven=True)
        for pair in self.pairs:
            because = pair.because
            yield Mark(pair.y[0], because, proven[because], pair.found.get(because))

    def _leave_to_chance(self, what: str) -> None:
        """Note what differs between runs of the same schedule: no witness shows anything then."""
        self.chance.add(what)
        self.obstacles.add(what)

    def _run(self, strategy: Fifo | None) -> Outcome:
        left = max(0.05, self.deadline - time.perf_counter())
        limits = Limits(seconds=min(left, self.limits.seconds), turns=self.limits.turns)
        outcome = execute(self.code, self.path, strategy=strategy, limits=limits)
        if strategy is not None and strategy.error is not None:
            raise strategy.error
        self.runs += 1
        self.turns += outcome.turns
        return outcome

    def _note(self, mode: str, texts: Iterable[str], strategy: Fifo) -> None:
        """Note every reversal that shows in a run's output."""
        place = {line: i for i, line in enumerate(number(texts))}
        for pair in self._open(mode):
            if pair.x in place and pair.y in place and place[pair.y] < place[pair.x]:
                pair.note(mode, strategy.schedule())

    def _open(self, mode: str) -> list[_Pair]:
        return [pair for pair in self.pairs if pair.is_open(mode)]

    def _has_time(self) -> bool:
        return time.perf_counter() < self.deadline

    def _aim(self, mode: str, outcome: Outcome) -> None:
        """Run the schedules that are likely to reverse lines, until all are reversed."""
        if outcome.turns > self.effort.turns // 10 or not self._open(mode):
            return
        start = self.turns
        scout = Scout(clock=mode == "clock")
        self._run(scout)
        lines = [(line.key, line.owner) for line in outcome.lines]
        for strategy in aimed(scout, lines, clock=mode == "clock"):
            if not self._open(mode) or not self._has_time():
                return
            if self.turns - start > self.effort.turns // 3:
                return
            self._note(mode, self._run(strategy).output, strategy)

    def _search(self, mode: str, *, promising: bool) -> str:
        """Go through the schedules that can show something new; say how far that went."""
        if not self._open(mode):
            return "not needed"
        if self.limits.turns > self.effort.turns // 2:
            return "not done: one run has too many turns"
        if "threads" in self.obstacles:
            return "not done beside threads"
        # Where there can be no promise any more, reversals are still worth some searching.
        last = self.turns + self.effort.turns // (1 if promising else 10)
        return self._go_through(mode, last)

    def _go_through(self, mode: str, last: int) -> str:
        """Search until all is found, all has been seen, or ``last`` turns have been run."""
        clock = mode == "clock"
        search = Search(Digester(self.code, any_timer=clock), clock, has_footprints(self.code))
        search.todo.append(None)
        while search.todo:
            if not self._has_time() or self.turns > last:
                return f"out of {'turns' if self._has_time() else 'time'}{search.opaque}"
            questions = [(pair.x, pair.y) for pair in self._open(mode)]
            strategy = Searching(search, questions, search.todo.pop())
            outcome = self._run(strategy)
            strategy.conclude(outcome.lines)
            if strategy.strayed:
                self._leave_to_chance(strategy.strayed)
                return "a replay went another way"
            if outcome.problem and outcome.problem.kind not in _GOOD_ENDS:
                return f"a schedule was stopped: {outcome.problem.kind}"
            self._note(mode, outcome.output, strategy)
            if not self._open(mode):
                return "not needed"
        return "all"
