"""All states of a program that schedules lead to, and what is printed between them.

A *state* is a moment at which there is a choice; two moments with the same digest
(`turns.exploring.digest`) are one state: the same can follow. From a state an *edge* leads, for
each turn that may be next, to the next choice or to an *end* of the program, with the lines that
are printed on the way. So each way from the root to an end is a schedule, what it prints is an
outcome, and nothing is left out: no turn is held to be independent of another.

What was printed so far is no part of a state. What the digest cannot write down is a state of its
own, which is never met again: the graph is then larger, and never wrong.
"""

from collections.abc import Sequence

from turns.exploring import endless
from turns.exploring.commuting import commutes
from turns.exploring.digest import Digester, label
from turns.exploring.nfa import End, decided_end_of, why_stopped
from turns.exploring.opaque import Opaque, Undecided
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.states import Edge, Graph, State
from turns.exploring.strategies import Fifo
from turns.exploring.varying import WHY, steady, varies
from turns.runtime.execute import Outcome
from turns.runtime.handles import identify
from turns.runtime.keys import Turn
from turns.runtime.limits import Stop
from turns.runtime.output import Line
from turns.runtime.run import ChoicePoint

_Labelled = Sequence[tuple[str, int]]
"""The labels and the keys of those who are ready: they themselves must not be kept alive."""


def build(program: Program, kind: Kind, budget: Budget) -> Graph:
    """Follow every choice from every state; a schedule that meets a limit cuts the graph."""
    graph = Graph(kind)
    search = _Search(graph, Digester(program.target, any_timer=kind.clock), budget)
    while search.todo:
        graph.cut = budget.exhausted
        if graph.cut:
            return graph
        mapper = _Mapper(search, search.todo.pop())
        outcome = program.run(mapper)
        graph.runs += 1
        budget.spend(outcome.turns)
        mapper.conclude(outcome)
        if outcome.unordered:
            mapper.cut = "the order of a set decides"
        if mapper.cut:
            graph.cut = mapper.cut
            return graph
    graph.cut = endless.WHY if endless.is_endless(graph) else ""
    return graph


class _Search:
    """What the runs of one search share."""

    def __init__(self, graph: Graph, digester: Digester, budget: Budget) -> None:
        self.graph = graph
        self.digester = digester
        self.budget = budget
        self.known: dict[bytes, int] = {}
        self.todo: list[tuple[int, int] | None] = [None]
        """Edges that nobody has followed: a state and a turn; None: from the start."""


class _Mapper(Fifo):
    """Follows the path to an edge, then always the queue's choice, up to a state that is known."""

    def __init__(self, search: _Search, start: tuple[int, int] | None) -> None:
        super().__init__(search.graph.kind)
        self.cut = ""
        self._search = search
        self._edge = start
        self._begun = (0, 0)
        """How many turns had run, and how many lines were complete, when the edge began."""
        self._ready: _Labelled = []
        """The handles that were ready then, by their labels."""
        states = search.graph.states
        self._path = [*states[start[0]].path, start[1]] if start else []
        self._follow = len(self._path)
        self._merged = False

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        if self.choices < self._follow:
            index = self._path[self.choices]
            if index >= len(point.options):
                self.cut = f"the program went another way at turn {point.run.turns + 1} than before"
                raise Stop
            if self.choices == self._follow - 1:
                self._begin(point, _labelled(point))
            return index
        self.cut = self._search.budget.exhausted
        if self.cut:  # one run can take long: each of its states is written down
            raise Stop
        if not self._search.digester.stops:  # else it matters in which pass it runs
            eager = next((i for i, one in enumerate(point.handles) if commutes(one)), None)
            if eager is not None:
                self._path.append(eager)
                return eager
        ready = _labelled(point)
        number, is_new = self._number(point, ready)
        self._close(point.run.history or [], point.run.lines, number, self._waiting(ready))
        if not is_new:
            self._merged = True
            raise Stop  # the run's problem is then "abandoned"
        self._edge = (number, 0)
        self._begin(point, ready)
        self._path.append(0)
        return 0

    def _begin(self, point: ChoicePoint, ready: _Labelled) -> None:
        self._begun = point.run.turns, len(point.run.lines)
        self._ready = ready

    def _number(self, point: ChoicePoint, ready: _Labelled) -> tuple[int, bool]:
        """Return the number of the state, and whether it is a new one."""
        search = self._search
        digest = None
        try:
            digest = search.digester.of(point)
        except Undecided as reason:
            self.cut = str(reason)
            raise Stop from None
        except Opaque as reason:
            search.graph.opaque.add(str(reason))
        else:
            if digest in search.known:
                return search.known[digest], False
        states = search.graph.states
        number = len(states)
        choices = tuple(option.label for option in point.options)
        labels = tuple(name for name, _ in ready)
        states.append(State(tuple(self._path), choices, labels))
        if digest is not None:
            search.known[digest] = number
        search.todo += [(number, index) for index in range(len(point.options) - 1, 0, -1)]
        return number, True

    def _waiting(self, now: _Labelled) -> frozenset[str]:
        """Return the labels that belong only to those who have been ready since the edge began."""
        still = {key: name for name, key in now}
        ran = {name for name, key in self._ready if still.get(key) != name}
        return frozenset(name for name, _ in self._ready) - ran

    def _close(
        self,
        history: Sequence[Turn],
        lines: Sequence[Line],
        target: int | End,
        waiting: frozenset[str] = frozenset(),
    ) -> None:
        turn, line = self._begun
        ran = (one.task or one.callback for one in history[turn:] if not one.internal)
        texts = tuple(steady(one.text) for one in lines[line:])
        edge = Edge(tuple(ran), texts, target, waiting)
        if self._edge is None:
            self._search.graph.root = edge
        else:
            state, index = self._edge
            self._search.graph.states[state].edges[index] = edge

    def conclude(self, outcome: Outcome) -> None:
        """Note how the run ended, if it has not been broken off at a state that is known."""
        if self._merged or self.cut:
            return
        if self.choices < self._follow:
            self.cut = f"the program ended at turn {outcome.turns}, too soon"
            return
        end = decided_end_of(outcome)
        if end is None:
            self.cut = why_stopped(outcome)
            return
        if varies(end.detail):
            self.cut = WHY
            return
        self._close(outcome.history, outcome.lines, end)


def _labelled(point: ChoicePoint) -> _Labelled:
    return [(label(handle), identify(handle)[0]) for handle in point.handles]
