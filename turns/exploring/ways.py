"""A way through the graph on which a line departs, and a run that goes it.

`turns.exploring.departures` finds smaller witnesses, where it finds one in time.
"""

from collections.abc import Iterator, Sequence

from turns.exploring.commuting import commutes
from turns.exploring.digest import label
from turns.exploring.nfa import End
from turns.exploring.program import Kind
from turns.exploring.promises import LineId
from turns.exploring.states import Edge, Graph
from turns.exploring.strategies import Holding, View
from turns.runtime.limits import Stop
from turns.runtime.run import ChoicePoint

_Counts = tuple[int, int]
"""How many lines with the text of the line above have been printed, and with that of the line."""


def way(graph: Graph, lines: Sequence[LineId], index: int) -> list[str] | None:
    """Return the labels of the choices on a shortest way on which a line departs."""
    if graph.root is None:
        return None
    above = lines[index - 1] if index else ("", -1)
    found: list[tuple[int, _Counts, list[str]]] = []
    seen: set[tuple[int, _Counts]] = set()
    for target, counts, departs in _after(graph.root, (0, 0), above, lines[index]):
        if departs or not isinstance(target, int):
            return [] if departs else None
        found.append((target, counts, []))
    for number, counts, labels in found:  # grows meanwhile
        state = graph.states[number]
        for choice, edge in state.edges.items():
            if choice >= len(state.labels):
                continue
            following = [*labels, state.labels[choice]]
            for target, after, departs in _after(edge, counts, above, lines[index]):
                if departs:
                    return following
                if isinstance(target, int) and (target, after) not in seen:
                    seen.add((target, after))
                    found.append((target, after, following))
    return None


def _after(
    edge: Edge, counts: _Counts, above: LineId, line: LineId
) -> Iterator[tuple[int | End, _Counts, bool]]:
    """Yield where an edge leads, what has been printed there, and whether the line departs."""
    x, y = counts
    departs = False
    for text in edge.texts:
        x += text == above[0]
        y += text == line[0]
        if y > line[1] and counts[1] <= line[1] and above != line:
            departs = departs or (text == line[0] and x <= above[1])
    if isinstance(edge.target, End):
        departs = departs or y <= line[1]
    yield edge.target, (min(x, above[1] + 1), min(y, line[1] + 1)), departs


class Following(Holding):
    """Goes the way of these choices; ends the run where that is not possible."""

    def __init__(self, kind: Kind, labels: Sequence[str]) -> None:
        """Prepare."""
        super().__init__(kind)
        self._left = [*labels]

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        """Choose as the graph did, which lets callbacks that commute run at once."""
        index = next((i for i, one in enumerate(point.handles) if commutes(one)), None)
        if index is None:
            if not self._left:
                return None
            wanted = self._left.pop(0)
            labels = [label(handle) for handle in point.handles]
            if wanted not in labels:
                raise Stop
            index = labels.index(wanted)
        return None if index == view.default else index
