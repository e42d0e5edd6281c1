"""All outcomes of a program under one kind of schedules, from the engine that gets to the end.

Traces are found in a few runs where tasks have little to do with each other, and the graph of
merged states is small where they contend.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from turns.exploring import graph
from turns.exploring.dfa import TooManyError, determined
from turns.exploring.nfa import Nfa, Source
from turns.exploring.program import OUT_OF_TIME, OUT_OF_TURNS, Budget, Kind, Program
from turns.exploring.progress import ENDED
from turns.exploring.states import Graph
from turns.exploring.traces import search as traces
from turns.exploring.traces.apart import Apart
from turns.exploring.traces.lines import MOST
from turns.exploring.traces.search import Traces
from turns.runtime import handles

_FEW = 20_000
"""Places up to which the outcomes of a search that was cut are counted."""
_SMALL = 10_000
"""Points up to which traces are written down that can be asked, and counted, without that."""
_FOR_TRACES = 8
"""The part of the turns, and of the time, that traces may have before the graph is tried."""


@dataclass(frozen=True)
class Space:
    """What is known of all outcomes."""

    kind: Kind
    nfa: Nfa
    cut: str
    """Why these are not all outcomes; empty if they are."""
    has_timers: bool = True
    """In some schedule there is a timer."""
    graph: Graph | None = None
    """What it was read off, if not off traces."""
    apart: Apart | None = None
    """What it was read off, if that can be asked: what is large is then not in `nfa`."""

    @property
    def source(self) -> Source:
        """Who answers questions about lines."""
        return self.apart or self.nfa

    @cached_property
    def least(self) -> int:
        """How many outcomes there are at least, as far as the search went before it was cut."""
        if self.cut not in {
            OUT_OF_TIME,
            OUT_OF_TURNS,
            ENDED,
        }:  # who knows what else there was to see
            return 0
        try:
            return determined(self.nfa, _FEW).count() or 0
        except TooManyError:
            return 0

    @cached_property
    def count(self) -> int | None:
        """How many outcomes there are, if that is known."""
        if self.cut:
            return None
        if self.apart is not None and (not self.nfa.ends or self.apart.count is not None):
            return self.apart.count
        try:
            return determined(self.nfa).count()
        except TooManyError:
            return None


def explore(program: Program, kind: Kind, budget: Budget) -> Space:
    """Search until all is known, or the budget is spent."""
    timers = handles.timers()
    by_traces = traces.explore(program, kind, budget.part(_FOR_TRACES))
    if by_traces.complete:
        has_timers = handles.timers() > timers + 1
        nfa, apart = _read(by_traces)
        if nfa.ends or apart is not None:
            return Space(kind, nfa, "", has_timers, apart=apart)
    found = graph.build(program, kind, budget)
    return Space(kind, found.nfa(), found.cut, handles.timers() > timers + 1, found)


def _read(found: Traces) -> tuple[Nfa, Apart | None]:
    """Return what traces print, in one automaton, or apart, or both; or in neither."""
    nfa, apart = Nfa(), None
    with suppress(TooManyError):
        apart = found.apart()
    with suppress(TooManyError):
        nfa = found.nfa(MOST if apart is None or apart.count is None else _SMALL)
    return nfa, apart
