"""All outcomes of a program under one kind of schedules, from the engine that gets to the end.

Traces are found in a few runs where tasks have little to do with each other, and the graph of
merged states is small where they contend.
"""

from dataclasses import dataclass
from functools import cached_property

from turns.exploring import graph
from turns.exploring.dfa import TooManyError, determined
from turns.exploring.graph import Graph
from turns.exploring.nfa import Nfa
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.traces import search as traces
from turns.runtime import handles

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

    @cached_property
    def count(self) -> int | None:
        """How many outcomes there are, if that is known."""
        if self.cut:
            return None
        try:
            return determined(self.nfa).count()
        except TooManyError:
            return None


def explore(program: Program, kind: Kind, budget: Budget) -> Space:
    """Search until all is known, or the budget is spent."""
    timers = handles.timers()
    by_traces = traces.explore(program, kind, budget.part(_FOR_TRACES))
    if by_traces.complete:
        try:
            nfa = by_traces.nfa()
        except TooManyError:
            pass
        else:
            return Space(kind, nfa, "", handles.timers() > timers + 1)
    found = graph.build(program, kind, budget)
    return Space(kind, found.nfa(), found.cut, handles.timers() > timers + 1, found)
