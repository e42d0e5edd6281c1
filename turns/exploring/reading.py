"""What is read off all outcomes: which lines depart, which stay together, how many there are."""

from collections.abc import Iterator, Sequence

from turns.exploring.marks import Departing, number
from turns.exploring.nfa import Nfa
from turns.exploring.outcomes import Outcomes
from turns.exploring.promises import LineId, between
from turns.exploring.shape import Shape, shape
from turns.exploring.spaces import Space
from turns.exploring.witnesses import Shown, of_normal
from turns.runtime.execute import Outcome as Result


class Reading:
    """Reads off spaces what becomes of the lines of one normal run."""

    def __init__(self, normal: Result, listed: int) -> None:
        """``listed`` is how many outcomes are listed at most."""
        self.lines = [*number(normal.output)]
        self._normal = normal
        self._listed = listed
        self._departing: dict[int, tuple[Departing, Space]] = {}
        """By the id of what the outcomes are read off, which the space keeps."""

    def departing(self, space: Space) -> Departing:
        """Ask each source once, and about one outcome not at all: no line departs in that."""
        source = space.source
        if id(source) not in self._departing:
            asked = Nfa() if space.count == 1 else source
            self._departing[id(source)] = Departing(asked, self.lines), space
        return self._departing[id(source)][0]

    def together(self, spaces: Sequence[Space]) -> Iterator[tuple[int, int]]:
        """Yield the stretches of one task's lines, of more than one turn, that stay together."""
        if any(space.cut or space.count == 1 for space in spaces):
            return
        first = 0
        printed = self._normal.lines
        for index in range(1, len(printed) + 1):
            if index < len(printed) and self._stay_together(index - 1, index, spaces):
                continue
            if printed[first].key != printed[index - 1].key:
                yield first, index - 1
            first = index

    def _stay_together(self, x: int, y: int, spaces: Sequence[Space]) -> bool:
        if self._normal.lines[x].owner != self._normal.lines[y].owner:
            return False
        return not any(_is_apart(space, self.lines[x], self.lines[y]) for space in spaces)

    def outcomes(
        self, space: Space, shown: Shown, unknown: Sequence[str], least: int = 0
    ) -> Outcomes:
        """Count; ``unknown`` is why that proves nothing, if so.

        The normal run is there, even if no search has repeated it. That there are at ``least`` so
        many, is known from elsewhere.
        """
        found = shown.outcomes
        if all(one.witness.schedule.choices for one in found):
            found = [*of_normal(self._normal, space.kind).outcomes, *found]
        listed = tuple(found[: self._listed])
        if space.count is None or unknown:
            why = space.cut or "; ".join(unknown)
            why = why or "there is no end of them, or there are too many to count"
            least = max(least, space.least, len(found), 0 if unknown else shown.seen)
            return Outcomes(least, why, listed, self._shape(space))
        return Outcomes(space.count, "", listed, self._shape(space))

    def _shape(self, space: Space) -> Shape | None:
        """Say what all outcomes have in common, if they are not listed."""
        is_listed = space.count is not None and space.count <= self._listed
        is_small = space.apart is not None and space.apart.is_small
        if space.cut or is_listed or not (is_small or space.nfa.ends):
            return None
        return shape(space.source if is_small else space.nfa, self.lines)


def _is_apart(space: Space, x: LineId, y: LineId) -> bool:
    """Tell whether a line can stand between the two, or whether that is too much to ask."""
    apart = space.apart
    if apart is not None and apart.is_small:
        return any(between(apart.about(x[0], y[0], text), x, y) for text in apart.texts)
    return not space.nfa.ends or bool(between(space.nfa, x, y))
