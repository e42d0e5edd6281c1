"""The graph of a program's states: what is known of it, as data."""

from dataclasses import dataclass, field

from turns.exploring.nfa import End, Nfa
from turns.exploring.program import Kind


@dataclass(frozen=True)
class Edge:
    """What happens between two states."""

    turns: tuple[str, ...]
    """What runs, by the names of tasks and callbacks; asyncio's own callbacks are left out."""
    texts: tuple[str, ...]
    """The lines that are completed meanwhile."""
    target: "int | End"
    """The number of a state, or an end."""
    waiting: frozenset[str] = frozenset()
    """Who was ready all the while and did not run, by labels: all callbacks that have this one."""


@dataclass
class State:
    """A moment at which there is a choice."""

    path: tuple[int, ...]
    """The choices that lead to it, on the way by which it was found."""
    choices: tuple[str, ...]
    """Who may be next; the first is the queue's own choice where the state was found."""
    labels: tuple[str, ...]
    """The same, told apart as well as the digest does (`turns.exploring.digest.label`)."""
    edges: dict[int, Edge] = field(default_factory=dict)
    """By the index of the choice."""


@dataclass
class Graph:
    """What is known of a program's states."""

    kind: Kind
    root: Edge | None = None
    """Up to the first choice."""
    states: list[State] = field(default_factory=list)
    runs: int = 0
    cut: str = "nothing was run yet"
    """Why it is not all; empty if it is."""
    opaque: set[str] = field(default_factory=set)
    """What could not be written down, so that states were not merged."""

    @property
    def complete(self) -> bool:
        """Say whether every schedule is in it."""
        return not self.cut

    def nfa(self) -> Nfa:
        """Return what it can print."""
        nfa = Nfa()
        points = [nfa.point() for _ in self.states]

        def lead(point: int, edge: Edge) -> None:
            target = edge.target
            end = points[target] if isinstance(target, int) else nfa.end(target)
            nfa.lead(point, edge.texts, end)

        if self.root is not None:
            lead(0, self.root)
        for point, state in zip(points, self.states, strict=True):
            for edge in state.edges.values():
                lead(point, edge)
        return nfa
