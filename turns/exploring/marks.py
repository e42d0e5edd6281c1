"""What promises each line of the normal run: its mark.

A line *departs* in an outcome that does not have it, or has it before the line above it. Equal
lines are told apart by occurrence. A mark names the weakest thing that a line needs not to depart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from turns.exploring.nfa import Source
from turns.exploring.outcomes import Witness
from turns.exploring.promises import LineId, earlier, missing
from turns.exploring.varying import steady


def number(texts: Iterable[str]) -> Iterator[LineId]:
    """Tell equal lines apart by occurrence, and not by what varies in them."""
    counts: Counter[str] = Counter()
    for text in map(steady, texts):
        yield text, counts[text]
        counts[text] += 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the normal run, and what promises that it stands where it stands."""

    text: str
    because: str
    """``program``, ``documented``, ``clock``, ``queue``, ``nobody`` or ``unknown``."""
    departs: str = ""
    """``earlier`` or ``missing``: what becomes of it in an outcome that shows this is no program's
    promise. Of an unknown one, what was found all the same."""
    witness: Witness | None = None


class Departing:
    """Which lines depart, and how, in all outcomes."""

    def __init__(self, source: Source, lines: Sequence[LineId]) -> None:
        """Ask about the ``lines`` of the normal run."""
        self._source = source
        self._lines = lines
        self._known: dict[int, str] = {}

    def how(self, index: int) -> str:
        """Return ``earlier`` or ``missing``; empty if the line departs in no outcome."""
        if index not in self._known:
            self._known[index] = self._how(index)
        return self._known[index]

    def _how(self, index: int) -> str:
        line = self._lines[index]
        above = self._lines[index - 1] if index else line
        nfa = self._source.about(above[0], line[0])
        if index and earlier(nfa, above, line):
            return "earlier"
        return "missing" if missing(nfa, line) else ""


class Ran:
    """Which lines depart, and how, in one run."""

    def __init__(self, lines: Sequence[LineId], texts: Iterable[str], *, ended: bool) -> None:
        """Ask about the ``lines`` of the normal run; if this has not ended, none is missing yet."""
        self._lines = lines
        self._place = {line: at for at, line in enumerate(number(texts))}
        self._ended = ended

    def how(self, index: int) -> str:
        """Return how a line departs, as `Departing.how` does."""
        line = self._lines[index]
        if line not in self._place:
            return "missing" if self._ended else ""
        if not index:
            return ""
        above = self._place.get(self._lines[index - 1])
        return "earlier" if above is None or above > self._place[line] else ""
