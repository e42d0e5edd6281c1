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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from types import CodeType, MappingProxyType

from turns.exploring import fresh, spaces, witnesses
from turns.exploring.digest import names_in
from turns.exploring.fresh import Reply, Request
from turns.exploring.graph import build
from turns.exploring.marks import Departing, Mark, Ran, number
from turns.exploring.nfa import Nfa, end_of
from turns.exploring.outcomes import Outcomes
from turns.exploring.program import CLOCK, DOCUMENTED, QUEUE, Budget, Kind, Program, now
from turns.exploring.promises import LineId, between
from turns.exploring.shape import Shape, shape
from turns.exploring.spaces import Space
from turns.exploring.states import Graph
from turns.exploring.strategies import Fifo
from turns.exploring.survey.siblings import sources
from turns.exploring.survey.vocabulary import Unknown, survey
from turns.exploring.varying import varies
from turns.exploring.witnesses import Shown, Wanted
from turns.runtime.execute import Outcome as Result
from turns.runtime.execute import execute
from turns.runtime.limits import Limits

_LEAST = 200
"""Turns that a schedule may have beyond four times those of the normal run, at least."""
_CHANCES = (None, *range(1, 17))
"""What chance decides in the runs of a fresh process."""
_HASHES = (1, 2)
"""The seeds of hashes of that process, and of the one in which all is repeated."""
_MORE_HASHES = (3, 4, 5, 6)
"""Those of further processes, for programs in which orders of sets, or addresses, may show."""
_SHAKEN = 9
"""A schedule is repeated with the seeds of what chance decides before this one."""
_ENDLESS = {"turns", "output"}
"""Limits of ours that a program meets which may have no end: only its beginning is explored."""
_LONG = 1000
"""Turns of a normal run beyond which no other is tried."""
_FOR_SPACE, _FOR_WITNESSES = 0.7, 0.4
"""The shares of the time that is left: what is found has to be shown, and to be repeated."""
_PART_OF_CUT = 6
"""The part of all turns that is spent on showing something, where a search did not see all."""
_PART = 20
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


def explore(code: CodeType, path: Path, effort: Effort) -> Exploration:
    """Find out all that ``code``, the compiled program at ``path``, can print."""
    with _quiet(), fresh.started(*_HASHES):
        return _Explorer(code, path, effort).explore()


def graph_of(code: CodeType, path: Path, effort: Effort, kind: Kind) -> Graph:
    """Return the graph of a program's states: nothing of it, if that could be wrong."""
    with _quiet():
        return _Explorer(code, path, effort).graph(kind)


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


class _Explorer:
    def __init__(self, code: CodeType, path: Path, effort: Effort) -> None:
        self.code, self.path, self.effort = code, path, effort
        self.deadline = now() + effort.seconds
        self.program = Program(code, path, Limits(seconds=effort.seconds / 3))
        self.surveyed: list[Unknown] = []
        self.unknown: list[str] = []
        self.spaces: dict[str, Space] = {}
        self.is_unsteady = False
        """The same schedule does not always print the same."""
        self.departing: dict[int, Departing] = {}
        """By the id of what the outcomes are read off; `spaces` keeps that."""
        self.normal = self._run_normally()
        self.lines = list(number(self.normal.output))

    def _run_normally(self) -> Result:
        """Run as asyncio does; see how long other schedules may take.

        Under another schedule a thread may wait for real time, or for ever; and an unfair schedule
        may spin for ever where the normal one does not.
        """
        start = now()
        normal = execute(self.code, self.path, limits=self.program.limits)
        problem = normal.problem
        if problem is not None and problem.kind == "time":
            self.unknown.append(f"the program was stopped: {problem}")
            return normal
        patience = self.effort.patience + 20 * (now() - start)
        patience = min(patience, self.program.limits.seconds)
        endless = problem is not None and problem.kind in _ENDLESS
        turns = _LEAST if endless else 4 * normal.turns + _LEAST
        self.program = Program(self.code, self.path, Limits(seconds=patience, turns=turns))
        if endless:
            normal = execute(self.code, self.path, limits=self.program.limits)
        if end_of(normal) is None:
            self.unknown.append(f"the program was stopped: {normal.problem}")
        if normal.turns > _LONG:  # nothing is proven of it, and each choice is one among many
            return normal
        if [*number(self.program.run(Fifo()).output)] != [*number(normal.output)]:
            self.unknown.append("two runs of the same schedule print different lines")
            self.is_unsteady = True
        return normal

    def explore(self) -> Exploration:
        all_ = set(range(len(self.lines)))
        problem = self.normal.problem
        if problem is not None and problem.kind in {"unsupported", "time"}:
            return self._with(Mark(text, "unknown") for text in self.normal.output)
        self.surveyed = self._survey()
        self.unknown += (str(one) for one in self.surveyed if one.kind != "set")
        queue = self.spaces["queue"] = self._space(QUEUE)
        clock = self.spaces["clock"] = self._clock(queue)
        by_chance = self._by_chance()
        if queue.cut or (clock.cut and self.effort.clock):  # so a set may have an order
            self.unknown += (str(one) for one in self.surveyed if one.kind == "set")
        shown = {"queue": self._show(queue, all_ - by_chance.keys())}
        left = all_ - by_chance.keys() - shown["queue"].departing.keys()
        if self.effort.clock:
            shown["clock"] = self._show_clock(clock, left, queue, shown["queue"])
        self._repeat(shown)
        marks = self._marks(by_chance, shown, queue, clock)
        outcomes = {mode: self._outcomes(self.spaces[mode], one) for mode, one in shown.items()}
        return self._with(marks, outcomes, self._together(queue, clock))

    def graph(self, kind: Kind) -> Graph:
        self.unknown += map(str, self._survey())
        if self.unknown:
            return Graph(kind, cut=self.unknown[0])
        return build(self.program, kind, self._budget(1))

    def _survey(self) -> list[Unknown]:
        gc.collect()  # a task that is destroyed meanwhile is shown, and Python 3.11 parses for that
        return survey(sources(self.path))

    def _by_chance(self) -> dict[int, str]:
        """Return how lines depart in normal runs that differ from each other only by chance."""
        departing: dict[int, str] = {}
        few = self.normal.turns > _LONG
        requests = [Request(chance=seed) for seed in _CHANCES[: 2 if few else None]]
        found = self._fresh(requests, _HASHES[0], part=2)
        if found is None:
            self.unknown.append("what chance decides could not be tried in a fresh process")
        replies = [*(found or ())]
        may_show = any(one.kind in {"chance", "address"} for one in self.surveyed)
        for hashes in _MORE_HASHES if may_show and found and not few else ():
            replies += self._fresh([Request()], hashes, part=4) or ()
        for reply in replies:
            ran = Ran(self.lines, reply.texts, ended=bool(reply.end))
            for index, text in enumerate(self.normal.output):
                if varies(text) and text not in reply.texts:
                    departing[index] = "missing"
                if how := ran.how(index):
                    departing.setdefault(index, how)
        return departing

    def _fresh(
        self, requests: Sequence[Request], hashes: int, part: int = 1
    ) -> Sequence[Reply] | None:
        """Ask a fresh process, which may use this ``part`` of the time that is left."""
        gc.collect()  # as for the survey: the answer is parsed
        seconds = (self.deadline - now()) / part
        return fresh.run(self.path, requests, hashes, self.program.limits, seconds)

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
            known = self._departing(space)
            departing = {index for index in asked if known.how(index)}
            count = space.count
        most = self.effort.listed if count is None else min(count, self.effort.listed)
        wanted = Wanted(self.lines, departing, most)
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
        return Budget(self.effort.turns // part, until)

    def _repeat(self, shown: Mapping[str, Shown]) -> None:
        """Repeat the normal run and all witnesses in a fresh process; drop what is not repeated."""
        schedules = {one.schedule for each in shown.values() for one in each.witnesses()}
        tokens = sorted(str(one) for one in schedules if one.choices)
        asked = [Request(), *map(Request, tokens)]
        replies = self._fresh(asked, _HASHES[1])
        normal, *others = replies or [Reply((), "")]
        if replies is None:
            self.unknown.append("there was no time, or no way, to repeat a run in a fresh process")
        elif [*number(normal.texts)] != self.lines:
            self.unknown.append("a fresh process prints other lines")
            self.is_unsteady = True
        by_token = dict(zip(tokens, others, strict=False))
        by_token |= {str(one): normal for one in schedules if not one.choices}
        lost = [one.keep(self.lines, by_token) for one in shown.values()]
        if any(lost) and replies is not None:
            self.unknown.append("a run could not be repeated in a fresh process")
        if self.is_unsteady or any(one.kind == "chance" for one in self.surveyed):
            for one in shown.values():
                self._shake(one)

    def _shake(self, shown: Shown) -> None:
        """Keep what departs in its witness whatever chance decides: the others may be by chance."""
        tokens = sorted({str(witness.schedule) for _, witness in shown.departing.values()})
        asked = [Request(token, seed) for token in tokens for seed in _CHANCES[1:_SHAKEN]]
        replies = self._fresh(asked, _MORE_HASHES[0]) or [Reply((), "")] * len(asked)
        runs = [Ran(self.lines, one.texts, ended=bool(one.end)) for one in replies]
        for index, (how, witness) in [*shown.departing.items()]:
            token = str(witness.schedule)
            same = (run for one, run in zip(asked, runs, strict=False) if one.token == token)
            if any(run.how(index) != how for run in same):
                del shown.departing[index]

    def _marks(
        self, by_chance: Mapping[int, str], shown: Mapping[str, Shown], queue: Space, clock: Space
    ) -> Iterator[Mark]:
        is_outside = any(one.kind in {"outside", "address"} for one in self.surveyed)
        in_queue, in_clock = (self._departing(space) for space in (queue, clock))
        by_queue = shown["queue"].departing
        by_clock = shown["clock"].departing if "clock" in shown else {}
        documented = self._documented(by_queue.keys() | by_clock.keys())
        is_proven = not (self.unknown or queue.cut)

        def is_documented(index: int) -> bool:
            return documented is not None and not documented.how(index)

        for index, text in enumerate(self.normal.output):
            if index in by_chance:
                yield Mark(text, "nobody", by_chance[index])
            elif varies(text):
                yield Mark(text, "unknown")
            elif index in by_queue or in_queue.how(index):
                how, witness = by_queue.get(index) or (in_queue.how(index), None)
                because = "documented" if is_documented(index) else "queue"
                yield Mark(text, "unknown" if is_outside else because, how, witness)
            elif index in by_clock or in_clock.how(index):
                how, witness = by_clock.get(index) or (in_clock.how(index), None)
                because = "documented" if is_documented(index) else "clock"
                yield Mark(text, because if is_proven else "unknown", how, witness)
            else:
                yield Mark(text, "program" if is_proven and not clock.cut else "unknown")

    def _documented(self, departing: Collection[int]) -> Departing | None:
        """Return what departs although callbacks that are registered keep their order."""
        if self.unknown or not departing or "call_soon" not in names_in(self.code):
            return None
        space = self.spaces["documented"] = self._space(DOCUMENTED)
        return None if space.cut else self._departing(space)

    def _departing(self, space: Space) -> Departing:
        """Ask each source once, and about one outcome not at all: no line departs in that."""
        source = space.source
        if id(source) not in self.departing:
            self.departing[id(source)] = Departing(
                Nfa() if space.count == 1 else source, self.lines
            )
        return self.departing[id(source)]

    def _together(self, *all_: Space) -> Iterator[tuple[int, int]]:
        """Yield the stretches of one task's lines, of more than one turn, that stay together."""
        if self.unknown or any(space.cut or space.count == 1 for space in all_):
            return
        first = 0
        printed = self.normal.lines
        for index in range(1, len(printed) + 1):
            if index < len(printed) and self._stay_together(index - 1, index, all_):
                continue
            if printed[first].key != printed[index - 1].key:
                yield first, index - 1
            first = index

    def _stay_together(self, x: int, y: int, all_: Sequence[Space]) -> bool:
        if self.normal.lines[x].owner != self.normal.lines[y].owner:
            return False
        return not any(self._is_apart(space, self.lines[x], self.lines[y]) for space in all_)

    def _is_apart(self, space: Space, x: LineId, y: LineId) -> bool:
        """Tell whether a line can stand between the two, or whether that is too much to ask."""
        apart = space.apart
        if apart is not None and apart.is_small:
            return any(between(apart.about(x[0], y[0], text), x, y) for text in apart.texts)
        return not space.nfa.ends or bool(between(space.nfa, x, y))

    def _outcomes(self, space: Space, shown: Shown) -> Outcomes:
        listed = tuple(shown.outcomes[: self.effort.listed])
        if space.count is None or self.unknown:
            why = space.cut or "; ".join(self.unknown)
            why = why or "there is no end of them, or there are too many to count"
            seen = len(shown.outcomes) if self.unknown else shown.seen
            least = max(space.least, seen, int(end_of(self.normal) is not None))
            return Outcomes(least, why, listed, self._shape(space))
        return Outcomes(space.count, "", listed, self._shape(space))

    def _shape(self, space: Space) -> Shape | None:
        """Say what all outcomes have in common, if they are not listed."""
        is_listed = space.count is not None and space.count <= self.effort.listed
        is_small = space.apart is not None and space.apart.is_small
        if space.cut or is_listed or not (is_small or space.nfa.ends):
            return None
        return shape(space.source if is_small else space.nfa, self.lines)

    def _with(
        self,
        marks: Iterable[Mark],
        outcomes: Mapping[str, Outcomes] = MappingProxyType({}),
        together: Iterable[tuple[int, int]] = (),
    ) -> Exploration:
        return Exploration(
            self.normal, tuple(marks), tuple(together), outcomes, tuple(self.unknown), self.spaces
        )
