"""Explore a program: all that it could print, and what promises each line that it does print.

1. The *survey* (`turns.exploring.survey`) names what the program has that no search sees. With such
   things nothing is proven; what is found is shown all the same.
2. Runs in *fresh* processes, where chance decides otherwise, show what nobody promises.
3. An engine (`turns.exploring.spaces`) goes through all queue schedules, and through all clock
   schedules; marks are read off what it has found.
4. The smallest *witnesses* are looked for, by rising departures.
5. The normal run and the witnesses are repeated in a fresh process. What does not survive that is
   not claimed.
"""

import gc
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from types import MappingProxyType

from turns.exploring import processes, spaces, witnesses
from turns.exploring.fresh import Asking
from turns.exploring.graph import build
from turns.exploring.marking import Known, Seen, marks
from turns.exploring.marks import Departing, Mark, number
from turns.exploring.nfa import POLLED, Nfa, end_of
from turns.exploring.outcomes import Outcomes
from turns.exploring.parsing import undisturbed
from turns.exploring.program import (
    CLOCK,
    DOCUMENTED,
    OUT_OF_TIME,
    QUEUE,
    Budget,
    Kind,
    Program,
    now,
)
from turns.exploring.progress import Progress
from turns.exploring.reading import Reading
from turns.exploring.registering import registers
from turns.exploring.repeating import HASHES, UNREPEATED_IN_TIME, UNTRIED_IN_TIME, Repeating
from turns.exploring.spaces import Space
from turns.exploring.states import Graph
from turns.exploring.strategies import Fifo
from turns.exploring.survey.siblings import sources
from turns.exploring.survey.vocabulary import Unknown, survey
from turns.exploring.witnesses import Shown, Wanted
from turns.runtime.execute import Outcome as Result
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

STOPPED = "the program was stopped"
"""So begins a reason; its problem follows."""
_TIME = (OUT_OF_TIME, UNTRIED_IN_TIME, UNREPEATED_IN_TIME)
"""The reasons that more time takes away."""
_LEAST = 200
"""Turns that a schedule may have beyond four times those of the normal run, at least."""
_ENDLESS = {"turns", "output"}
"""Limits of ours that a program meets which may have no end: only its beginning is explored."""
_LINES = 2000
"""So many lines, or about that, are enough of what has no end."""
_LONG = 1000
"""Turns of a normal run beyond which no other is tried."""
_FOR_SPACE, _FOR_WITNESSES = 0.7, 0.4
"""The shares of the time that is left: what is found has to be shown, and to be repeated."""
_PART_OF_CUT = 6
"""The part of all turns that is spent on showing something, where a search did not see all."""
_PART = 60
"""The part of all turns that is spent on a program about which nothing can be proven."""


@dataclass(frozen=True)
class Effort:
    """How far to search. Turns, not seconds, are the usual end: the same on every machine."""

    turns: int = 60_000
    """In each search."""
    seconds: float = 10.0
    """For everything together."""
    listed: int = 20
    """Outcomes up to which they are listed."""
    clock: bool = True
    """Clock schedules, too."""
    patience: float = 1.0
    """Seconds that one schedule may take, beyond twenty times what the normal run takes."""
    progress: Progress | None = None
    """Who is told how far the search has come, and may end it."""
    pauses: bool = False
    """Time in which another interpreter is asked, which may have to be loaded, does not count."""


@dataclass(frozen=True)
class Exploration:
    """What was found, and how far the search went."""

    normal: Result
    marks: tuple[Mark, ...]
    """One for each line of the normal run."""
    together: tuple[tuple[int, int], ...]
    """The first and the last line, by index from 0, of stretches of one task's lines that no other
    line separates in any outcome."""
    outcomes: Mapping[str, Outcomes]
    """By ``queue`` and ``clock``."""
    unknown: tuple[str, ...]
    """Why nothing is proven about it, if so."""
    spaces: Mapping[str, Space]
    """What the outcomes were read off, by ``queue``, ``clock`` and ``documented``."""

    @property
    def lacks_time(self) -> bool:
        """More could be known if there was more time."""
        reasons = (*self.unknown, *(one.inexact for one in self.outcomes.values()))
        return any(one in reason for one in _TIME for reason in reasons)


def explore(target: Target, effort: Effort) -> Exploration:
    """Find out all that a program can print."""
    with processes.started(*HASHES):
        return processes.answered(exploring(target, effort))


def exploring(target: Target, effort: Effort) -> Asking[Exploration]:
    """Find it out, and ask fresh interpreters on the way."""
    with quiet():
        return (yield from _Explorer(target, effort).explore())


def graph_of(target: Target, effort: Effort, kind: Kind) -> Graph:
    """Return the graph of a program's states: nothing of it, if that could be wrong."""
    with quiet():
        return _Explorer(target, effort).graph(kind)


def why_unproven(unknown: Iterable[str]) -> list[str]:
    """Return why nothing is proven, but for how the program was stopped: its end tells that."""
    return [one for one in unknown if not one.startswith(STOPPED)]


@contextmanager
def quiet() -> Iterator[None]:
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


class _Explorer:
    def __init__(self, target: Target, effort: Effort) -> None:
        self.target, self.effort = target, effort
        self.deadline = now() + effort.seconds
        self.program = Program(target, Limits(seconds=effort.seconds / 3))
        self.surveyed: list[Unknown] = []
        self.unknown: list[str] = []
        self.spaces: dict[str, Space] = {}
        self.is_unsteady = False
        """The same schedule does not always print the same."""
        self.registers = False
        """It registers callbacks, and these are promised to keep their order."""
        self.normal = self._run_normally()
        self.reading = Reading(self.normal, effort.listed)

    def _run_normally(self) -> Result:
        """Run as asyncio does; see how long other schedules may take.

        Under another schedule a thread may wait for real time, or for ever; and an unfair schedule
        may spin for ever where the normal one does not.
        """
        start = now()
        normal = execute(self.target, limits=self.program.limits)
        problem = normal.problem
        if problem is not None and problem.kind == "time":
            self.unknown.append(f"{STOPPED}: {problem}")
            return normal
        if normal.polled:
            self.unknown.append(POLLED)
            return normal
        patience = self.effort.patience + 20 * (now() - start)
        patience = min(patience, self.program.limits.seconds)
        endless = problem is not None and problem.kind in _ENDLESS
        limits = Limits(seconds=patience, turns=4 * normal.turns + _LEAST)
        if endless:
            output = limits.output * _LINES // max(_LINES, len(normal.output))
            limits = replace(limits, turns=_LEAST, output=output)
        self.program = Program(self.target, limits)
        if endless:
            normal = execute(self.target, limits=self.program.limits)
        if end_of(normal) is None:
            self.unknown.append(f"{STOPPED}: {normal.problem}")
        self.unknown += (f"it went on without {note}" for note in normal.notes)
        if normal.turns > _LONG:  # nothing is proven of it, and each choice is one among many
            return normal
        if [*number(self.program.run(Fifo()).output)] != [*number(normal.output)]:
            self.unknown.append("two runs of the same schedule print different lines")
            self.is_unsteady = True
        return normal

    def explore(self) -> Asking[Exploration]:
        all_ = set(range(len(self.normal.output)))
        problem = self.normal.problem
        is_stopped = problem is not None and problem.kind in {"unsupported", "time"}
        if is_stopped or self.normal.polled:
            return self._with(Mark(text, "unknown") for text in self.normal.output)
        self.surveyed = self._survey()
        self.unknown += (str(one) for one in self.surveyed if one.kind != "set")
        repeating = Repeating(
            self.target,
            self.normal,
            self.program.limits,
            self.deadline,
            pauses=self.effort.pauses,
        )
        is_long = self.normal.turns > _LONG
        yield from repeating.ask(few=is_long)
        queue = self.spaces["queue"] = self._space(QUEUE)
        clock = self.spaces["clock"] = self._clock(queue)
        kinds = {one.kind for one in self.surveyed}
        # Where nothing tells of chance, its runs will most likely be alike: who answers has time.
        early = None if self.unknown or queue.cut else self._show(queue, all_)
        by_chance = yield from repeating.by_chance(
            more_hashes=bool(kinds & {"chance", "address"}) and not is_long
        )
        self.deadline = repeating.deadline
        if queue.cut or (clock.cut and self.effort.clock):  # so a set may have an order
            self.unknown += (str(one) for one in self.surveyed if one.kind == "set")
        if early is None or by_chance:
            early = self._show(queue, all_ - by_chance.keys())
        shown = {"queue": early}
        left = all_ - by_chance.keys() - shown["queue"].departing.keys()
        if self.effort.clock:
            shown["clock"] = self._show_clock(clock, left, queue, shown["queue"])
        if not is_long:  # of such a program nothing is proven that could be refuted
            is_by_chance = self.is_unsteady or "chance" in kinds
            yield from repeating.repeat(shown.values(), is_by_chance=is_by_chance)
            self.unknown += repeating.unknown
        in_queue, in_clock = shown["queue"], shown.get("clock", Shown({}, []))
        known = Known(
            Seen(self.reading.departing(queue), in_queue),
            Seen(self.reading.departing(clock), in_clock),
            by_chance,
            registers=self.registers,
            documented=self._documented(in_queue.departing.keys() | in_clock.departing.keys()),
            is_outside=bool(kinds & {"outside", "address"}),
            is_proven=not (self.unknown or queue.cut),
            is_whole=not clock.cut,
        )
        outcomes: dict[str, Outcomes] = {}
        for mode, one in shown.items():  # each queue schedule is a clock schedule, too
            least = outcomes["queue"].count if outcomes else 0
            outcomes[mode] = self.reading.outcomes(self.spaces[mode], one, self.unknown, least)
        together = () if self.unknown else self.reading.together([queue, clock])
        return self._with(marks(self.normal.output, known), outcomes, together)

    def graph(self, kind: Kind) -> Graph:
        self.unknown += map(str, self._survey())
        if self.unknown:
            return Graph(kind, cut=self.unknown[0])
        return build(self.program, kind, self._budget(1))

    def _survey(self) -> list[Unknown]:
        with undisturbed():
            found = sources(self.target.path, self.target.folder)
            self.registers = registers(found)
            return survey(found)

    def _space(self, kind: Kind) -> Space:
        if self.unknown:
            return Space(kind, Nfa(), self.unknown[0])
        if self.normal.turns > _LONG:
            return Space(kind, Nfa(), f"one run has {self.normal.turns:,} turns")
        return spaces.explore(self.program, kind, self._budget(_FOR_SPACE))

    def _clock(self, queue: Space) -> Space:
        if not self.effort.clock:
            return Space(CLOCK, Nfa(), "nobody has asked for clock schedules")
        if queue.has_timers and not queue.cut:
            return self._space(CLOCK)
        return replace(queue, kind=CLOCK)  # nothing could be early, or nothing can be proven

    def _show(self, space: Space, asked: AbstractSet[int]) -> Shown:
        """Look for the smallest witnesses of what is known to be there, or of anything."""
        if self.normal.turns > _LONG:
            return witnesses.of_normal(self.normal, space.kind)
        departing, count = set(asked), None
        if not space.cut:
            known = self.reading.departing(space)
            departing = {index for index in asked if known.how(index)}
            count = space.count
        most = self.effort.listed if count is None else min(count, self.effort.listed)
        wanted = Wanted(self.reading.lines, departing, most)
        budget = self._budget(_FOR_WITNESSES, _PART_OF_CUT if space.cut else 1)
        shown = witnesses.search(self.program, space.kind, budget, wanted)
        if space.graph is not None:
            witnesses.on_the_way(self.program, space.graph, wanted, shown)
        return shown

    def _show_clock(
        self, clock: Space, asked: AbstractSet[int], queue: Space, shown: Shown
    ) -> Shown:
        """Do not look for what queue schedules have shown, if there is no more, or no time."""
        if clock.nfa is queue.nfa and (not queue.cut or self.normal.turns > _LONG):
            return shown.under(CLOCK)
        return self._show(clock, asked)

    def _budget(self, share: float, part: int = 1) -> Budget:
        """Return what each search may spend: a part of all turns, a share of the time that is left.

        Much less where nothing can be proven.
        """
        start = now()
        until = start + (self.deadline - start) * share
        if any(one.kind != "set" for one in self.surveyed):
            part = _PART
        return Budget(self.effort.turns // part, until, self.effort.progress)

    def _documented(self, departing: Collection[int]) -> Departing | None:
        """Return what departs although callbacks that are registered keep their order."""
        if self.unknown or not departing or not self.registers:
            return None
        space = self.spaces["documented"] = self._space(DOCUMENTED)
        return None if space.cut else self.reading.departing(space)

    def _with(
        self,
        marks: Iterable[Mark],
        outcomes: Mapping[str, Outcomes] = MappingProxyType({}),
        together: Iterable[tuple[int, int]] = (),
    ) -> Exploration:
        return Exploration(
            self.normal, tuple(marks), tuple(together), outcomes, tuple(self.unknown), self.spaces
        )
