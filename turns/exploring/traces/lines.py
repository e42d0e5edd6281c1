"""What the runs of a trace print: its turns that print, ordered as far as they have to be."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from turns.exploring.dfa import TooManyError
from turns.exploring.nfa import End, Nfa

MOST = 50_000
"""Points of an automaton; more than that, and it is not built."""


@dataclass(frozen=True)
class Printing:
    """A turn of a trace that prints."""

    texts: tuple[str, ...]
    needed: int
    """Those of its printing turns that come before, as bits."""


@dataclass(frozen=True)
class Lines:
    """What a trace prints, in all orders of its turns."""

    first: tuple[str, ...]
    """What is printed before the first turn."""
    printing: tuple[Printing, ...]
    """The turns that print, in the order of one run."""
    end: End

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """By text, the numbers of the turns that print it; -1: it is printed before the first."""
        found: dict[str, list[int]] = {text: [-1] for text in self.first}
        for number, turn in enumerate(self.printing):
            for text in dict.fromkeys(turn.texts):
                found.setdefault(text, []).append(number)
        return found

    def only(self, texts: Collection[str]) -> "Lines":
        """Leave all other lines out; the order of these is as free as before."""
        numbers = sorted({n for text in texts for n in self.places.get(text, ()) if n >= 0})
        printing = []
        for number in numbers:
            turn = self.printing[number]
            needed = sum(1 << at for at, one in enumerate(numbers) if turn.needed >> one & 1)
            printing.append(Printing(tuple(t for t in turn.texts if t in texts), needed))
        first = tuple(text for text in self.first if text in texts)
        return Lines(first, tuple(printing), self.end)

    def write(self, nfa: Nfa, most: int = MOST) -> None:
        """Write down all orders; `TooManyError` if there are more than ``most`` points then."""
        points = {0: nfa.point()}
        nfa.lead(0, self.first, points[0])
        needed = self._needed()
        todo = [0]
        for printed in todo:  # grows meanwhile
            if printed == (1 << len(needed)) - 1:
                nfa.lead(points[printed], (), nfa.end(self.end))
            for at, turn in enumerate(self.printing):
                if printed >> at & 1 or needed[at] & ~printed:
                    continue
                following = printed | 1 << at
                if following not in points:
                    if len(nfa.silent) > most:
                        raise TooManyError
                    points[following] = nfa.point()
                    todo.append(following)
                nfa.lead(points[printed], turn.texts, points[following])

    def _needed(self) -> list[int]:
        """Return what each turn needs, where turns that could change places keep their order.

        Those are turns that print the same, need the same, and that the same ones need: whichever
        of two such is first, the same is printed.
        """
        last: dict[tuple[tuple[str, ...], int, int], int] = {}
        found = []
        for at, turn in enumerate(self.printing):
            needing = sum(1 << n for n, one in enumerate(self.printing) if one.needed >> at & 1)
            alike = (turn.texts, turn.needed, needing)
            before = 1 << last[alike] if alike in last else 0
            last[alike] = at
            found.append(turn.needed | before)
        return found
