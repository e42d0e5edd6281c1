"""A schedule of a trace that prints given lines, so that it can be run."""

from collections.abc import Sequence

from turns.exploring.nfa import End
from turns.exploring.program import Kind
from turns.exploring.strategies import Holding, View
from turns.exploring.traces.search import Trace, Traces
from turns.runtime.run import ChoicePoint


class Following(Holding):
    """Lets turns come in a given order; whoever is not in it comes last."""

    def __init__(self, keys: Sequence[int], kind: Kind) -> None:
        """Take the keys of the turns in their order."""
        super().__init__(kind)
        self._ranks = {key: rank for rank, key in enumerate(keys)}

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        """Let the first go first."""
        last = len(self._ranks)
        ranks = [self._ranks.get(option.key, last) for option in point.options]
        first = ranks.index(min(ranks))
        return None if first == view.default else first


def witness(traces: Traces, texts: Sequence[str], end: End) -> Following | None:
    """Return a strategy under which the program prints ``texts`` and ends so, if one is known."""
    for trace in traces.traces:
        if trace.lines.end == end and (order := _order(trace, tuple(texts))) is not None:
            return Following(trace.run(order), traces.kind)
    return None


def _order(trace: Trace, texts: tuple[str, ...]) -> list[int] | None:
    """Return the order in which the printing turns of ``trace`` print ``texts``."""
    lines = trace.lines
    start = len(lines.first)
    if texts[:start] != lines.first:
        return None
    todo: list[tuple[int, int, list[int]]] = [(0, start, [])]
    seen = {0}
    while todo:
        printed, at, order = todo.pop()
        if len(order) == len(lines.printing):
            return order if at == len(texts) else None
        for number, turn in enumerate(lines.printing):
            following = printed | 1 << number
            if following in seen or turn.needed & ~printed or following == printed:
                continue
            until = at + len(turn.texts)
            if texts[at:until] == turn.texts:
                seen.add(following)
                todo.append((following, until, [*order, number]))
    return None
