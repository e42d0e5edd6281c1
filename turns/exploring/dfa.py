"""All outcomes of a program, each once: the deterministic automaton of what schedules can print.

An `Nfa` says the same outcome on many ways. This one says it once: from a *place* each line
leads to one place (the powerset construction: M. O. Rabin, D. Scott, “Finite automata and their
decision problems”, 1959). So outcomes can be counted without being listed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from turns.exploring.nfa import End, Nfa

MOST = 200_000
"""Places; more than that, and nothing is counted."""


class TooManyError(Exception):
    """An automaton that is too large to be built."""


@dataclass(frozen=True)
class Place:
    """Where one is after some lines."""

    after: dict[str, int]
    """The number of the place after each line that can be next."""
    ends: frozenset[End]
    """How the program can end here."""


@dataclass(frozen=True)
class Dfa:
    """All outcomes; the first place is the start."""

    places: tuple[Place, ...]

    def count(self) -> int | None:
        """Return how many outcomes there are; None if there is no end of them."""
        found: dict[int, int] = {}
        open_: set[int] = set()
        todo = [0]
        while todo:
            number = todo[-1]
            place = self.places[number]
            missing = [one for one in place.after.values() if one not in found]
            if any(one in open_ for one in missing):
                return None
            if missing:
                open_.add(number)
                todo += missing[:1]
                continue
            found[number] = len(place.ends) + sum(found[one] for one in place.after.values())
            open_.discard(number)
            todo.pop()
        return found[0]

    def outcomes(self) -> Iterator[tuple[tuple[str, ...], End]]:
        """Yield all, depth first; they may be endless."""
        todo: list[tuple[int, tuple[str, ...]]] = [(0, ())]
        while todo:
            number, texts = todo.pop()
            place = self.places[number]
            for end in sorted(place.ends, key=str):
                yield texts, end
            todo += [(one, (*texts, text)) for text, one in reversed(place.after.items())]


def determined(nfa: Nfa, most: int | None = None) -> Dfa:
    """Build it; `TooManyError` beyond so many places, `MOST` if nothing is said."""
    return Dfa(tuple(_places(nfa, MOST if most is None else most)))


def _places(nfa: Nfa, most: int) -> Iterator[Place]:
    start = nfa.silently({0})
    numbers = {start: 0}
    todo = [start]
    for points in todo:  # grows meanwhile
        following: dict[str, set[int]] = {}
        for point in points:
            for text, targets in nfa.printing[point].items():
                following.setdefault(text, set()).update(targets)
        after = {}
        for text, targets in following.items():
            place = nfa.silently(targets)
            if place not in numbers:
                if len(numbers) >= most:
                    raise TooManyError
                numbers[place] = len(numbers)
                todo.append(place)
            after[text] = numbers[place]
        yield Place(after, frozenset(nfa.ends[one] for one in points if one in nfa.ends))
