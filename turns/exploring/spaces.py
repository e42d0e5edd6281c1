"""All outcomes of a program under one kind of schedules, from the engine that gets to the end."""

from dataclasses import dataclass
from functools import cached_property

from turns.exploring import graph
from turns.exploring.dfa import TooManyError, determined
from turns.exploring.graph import Graph
from turns.exploring.nfa import Nfa
from turns.exploring.program import Budget, Kind, Program
from turns.runtime import handles


@dataclass(frozen=True)
class Space:
    """What is known of all outcomes."""

    kind: Kind
    nfa: Nfa
    cut: str
    """Why these are not all outcomes; empty if they are."""
    graph: Graph
    """As far as it was followed."""
    has_timers: bool = True
    """In some schedule there is a timer."""

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
    found = graph.build(program, kind, budget)
    return Space(kind, found.nfa(), found.cut, found, handles.timers() > timers + 1)
