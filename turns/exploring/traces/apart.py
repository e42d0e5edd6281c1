"""What traces print where it is too much to be written down: each question gets its own automaton.

Which lines come before which, or between which, is a question about two texts or three. The order
of their lines alone, whatever stands between them, is that of the trace (a linear extension of a
part of a partial order is a part of a linear extension of it all). So whoever asks gets an
automaton of these lines and no others, and the answer is exact, as of an automaton of all lines.
"""

import sys
from collections.abc import Iterable
from functools import cached_property

from turns.exploring.dfa import TooManyError
from turns.exploring.nfa import Nfa
from turns.exploring.traces import lines
from turns.exploring.traces.extensions import extensions
from turns.exploring.traces.lines import Lines

TEXTS = 3
"""As many as a question can be about."""
MOST_PAIRS = 20_000
"""Pairs of lines, over all traces, up to which all of them are asked about."""


class Apart:
    """All that traces print."""

    def __init__(self, traces: Iterable[Lines]) -> None:
        """Raise `TooManyError` if there can be questions of which the automaton is too large."""
        self._traces = [*dict.fromkeys(traces)]
        if sum(map(_largest, self._traces)) > lines.MOST:
            raise TooManyError
        pairs = sum(len(one.places) ** 2 for one in self._traces)
        self.texts = frozenset(text for one in self._traces for text in one.places)
        self.is_small = pairs <= MOST_PAIRS
        """All pairs can be asked about, in the time there is."""

    def about(self, *texts: str) -> Nfa:
        """Return what the traces print, without all lines that are none of these."""
        nfa = Nfa()
        for one in dict.fromkeys(each.only(texts) for each in self._traces):
            one.write(nfa, sys.maxsize)  # few, as it has been seen to
        return nfa

    @cached_property
    def count(self) -> int | None:
        """How many outcomes there are; None if they cannot be counted so."""
        total = 0
        for at, one in enumerate(self._traces):
            texts = [*one.first, *(text for turn in one.printing for text in turn.texts)]
            if len({*texts}) < len(texts):
                return None  # two orders can be one outcome
            if any(not _differ(one, other) for other in self._traces[:at]):
                return None
            counted = extensions([turn.needed for turn in one.printing])
            if counted is None:
                return None
            total += counted
        return total


def _largest(trace: Lines) -> int:
    """Return at most how many points an automaton for a question has."""
    sizes = []
    for text in trace.places:
        nfa = Nfa()
        trace.only({text}).write(nfa)
        sizes.append(len(nfa.silent))
    product = 1
    for size in sorted(sizes)[-TEXTS:]:
        product *= size
    return product


def _differ(one: Lines, other: Lines) -> bool:
    """Tell whether no outcome is one of both, as far as that shows at once.

    It does where they end otherwise, print other lines, or print two of them in opposite orders.
    """
    if one.end != other.end or one.places.keys() != other.places.keys():
        return True
    mine, theirs = _before(one), _before(other)
    return any(x in theirs.get(y, ()) for x, before in mine.items() for y in before)


def _before(trace: Lines) -> dict[str, set[str]]:
    """Return, by line, those that always come before it; all lines are different."""
    found: dict[str, set[str]] = {}
    printed = {*trace.first}
    for at, text in enumerate(trace.first):
        found[text] = {*trace.first[:at]}
    for turn in trace.printing:
        above = printed | {
            text
            for number, one in enumerate(trace.printing)
            if turn.needed >> number & 1
            for text in one.texts
        }
        for at, text in enumerate(turn.texts):
            found[text] = above | {*turn.texts[:at]}
    return found
