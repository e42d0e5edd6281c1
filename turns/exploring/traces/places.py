"""Numbers for the objects of a run that turns touch."""

import itertools
import sys

from turns.exploring.traces.kinds import PREFIXES


class UnfitError(Exception):
    """The program would notice that it is being looked at; the message says how."""


class Places:
    """Numbers the objects of one run, so that an address that is used again is no old place.

    What is numbered is kept alive up to the end of the turn, and no longer.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[int, tuple[int, object]] = {}
        self._numbers = itertools.count()
        self._alone = _references_of_an_entry()

    def number(self, thing: object) -> int:
        """Return the number of ``thing``."""
        known = self._held.get(id(thing))
        if known is None:
            known = self._held[id(thing)] = (next(self._numbers), thing)
        return known[0]

    def release(self) -> list[object]:
        """Let go of what nobody else holds; return the generators that this would close."""
        left = []
        again = True
        while again:
            again = False
            for address, entry in list(self._held.items()):
                # One reference is in the entry; the loop holds the entry, not the thing.
                if sys.getrefcount(entry[1]) <= self._alone:
                    if is_suspended(entry[1]):
                        left.append(entry[1])
                        continue
                    del self._held[address]
                    again = True
        return left


def _references_of_an_entry() -> int:
    entry = (0, object())
    return sys.getrefcount(entry[1])


def is_suspended(thing: object) -> bool:
    """Tell whether this is a generator or coroutine that has begun and not ended."""
    prefix = PREFIXES.get(type(thing))
    if prefix is None or getattr(thing, f"{prefix}_frame") is None:
        return False
    return bool(getattr(thing, f"{prefix}_suspended", True))
