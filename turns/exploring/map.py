"""The map of a program: the graph of its states as data, for those who play on it.

From each state it is said what can still come: the *futures*, each the lines that are yet to be
printed and an end. So with what has been printed, a player knows which outcomes are left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.nfa import End
from turns.exploring.states import Edge, Graph

MOST_FUTURES = 60
"""Of a state; of one with more, they are not listed."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a choice leads to."""

    who: str
    """Who was chosen, by the name of a task or of a callback."""
    runs: tuple[str, ...]
    """What runs before the next choice; asyncio's own callbacks are left out."""
    lines: tuple[str, ...]
    """What is printed meanwhile."""
    to: int | None
    """The index of the state in which there is the next choice."""
    end: int | None
    """The index of the end, if it leads to one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A state: a moment at which there is a choice."""

    steps: tuple[Step, ...]
    """Those without ``to`` and ``end`` have not been followed."""
    futures: tuple[int, ...] | None
    """Indices of all that can still come; None if that is not known, or too much."""


@dataclass(frozen=True, slots=True)
class Future:
    """What is left of an outcome."""

    lines: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Map:
    """All states of a program."""

    cut: str
    """Why these are not all; empty if they are."""
    start: Step
    """What runs up to the first choice."""
    places: tuple[Place, ...]
    futures: tuple[Future, ...]
    ends: tuple[End, ...]


def chart(graph: Graph) -> Map:
    """Write down the map of a graph."""
    edges = [edge for state in graph.states for edge in state.edges.values()]
    root = graph.root or Edge((), (), End("unknown"))
    ends = tuple(
        dict.fromkeys(edge.target for edge in (root, *edges) if isinstance(edge.target, End))
    )
    known = Futures(graph, ends)
    numbers: dict[Future, int] = {}
    places = []
    for state, futures in zip(graph.states, known.of, strict=True):
        steps = [
            _step(who, state.edges.get(index), ends) for index, who in enumerate(state.choices)
        ]
        listed = None
        if futures is not None:
            ordered = sorted(futures, key=lambda one: (one.lines, one.end))
            listed = tuple(numbers.setdefault(one, len(numbers)) for one in ordered)
        places.append(Place(tuple(steps), listed))
    return Map(graph.cut, _step("", root, ends), tuple(places), tuple(numbers), ends)


def _step(who: str, edge: Edge | None, ends: Sequence[End]) -> Step:
    if edge is None:
        return Step(who, (), (), None, None)
    if isinstance(edge.target, End):
        return Step(who, edge.turns, edge.texts, None, ends.index(edge.target))
    return Step(who, edge.turns, edge.texts, edge.target, None)


class Futures:
    """What can come from each state: the least sets that all edges agree with.

    It is not known of a state from which there is a way to a choice that nobody has followed.
    """

    def __init__(self, graph: Graph, ends: Sequence[End]) -> None:
        """Find them out; ``ends`` are those of the graph, and a future has the index of its own."""
        self._graph = graph
        self._ends = ends
        empty: frozenset[Future] = frozenset()
        self.of: list[frozenset[Future] | None] = [empty for _ in graph.states]
        changed = not graph.cut
        while changed:  # a round settles at least the states of one more distance from the ends
            changed = False
            for number in reversed(range(len(graph.states))):
                found = self._from(number)
                if found != self.of[number]:
                    self.of[number] = found
                    changed = True
        if graph.cut:
            self.of = [None for _ in graph.states]

    def _from(self, number: int) -> frozenset[Future] | None:
        state = self._graph.states[number]
        if len(state.edges) < len(state.choices):
            return None
        found: set[Future] = set()
        for edge in state.edges.values():
            if isinstance(edge.target, End):
                found.add(Future(edge.texts, self._ends.index(edge.target)))
                continue
            following = self.of[edge.target]
            if following is None:
                return None
            found |= {Future(edge.texts + one.lines, one.end) for one in following}
        return frozenset(found) if len(found) <= MOST_FUTURES else None
