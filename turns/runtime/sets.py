"""The sets that asyncio makes, in an order that is the same in each run."""

import sys
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any

from turns.runtime import context

_LIBRARY = frozenset(["asyncio", "concurrent", "turns"])


class Set(set[Any]):
    """A set that is gone through in the order in which things came into it.

    `asyncio.as_completed` puts coroutines into a set, and a thread pool its threads; both are
    hashed by their address: which coroutine starts first, and which thread is waited for first,
    would differ from run to run.

    The program gets such sets from `asyncio.wait`. The run notes whether it goes through one that
    has an order, which is one of more than one thing.
    """

    def __init__(self, things: Iterable[Any] = ()) -> None:
        """Remember the order."""
        self._order = dict.fromkeys(things)
        super().__init__(self._order)

    def add(self, thing: Any) -> None:
        """Add it as the last, if it was never here."""
        self._order.setdefault(thing)
        super().add(thing)

    def __iter__(self) -> Iterator[Any]:
        """Go through what is still there, then through what came in another way than `add`."""
        self._note(sys._getframe(1))
        return iter(self._ordered())

    def pop(self) -> Any:
        """Take out the first."""
        self._note(sys._getframe(1))
        for thing in self._ordered():
            self.remove(thing)
            return thing
        raise KeyError("pop from an empty set")

    def _ordered(self) -> list[Any]:
        first = [thing for thing in self._order if thing in self]
        all_ = [*first, *(thing for thing in super().__iter__() if thing not in self._order)]
        chance = context.current.chance if context.current else None
        return chance.shuffled(all_) if chance else all_

    def _note(self, caller: FrameType) -> None:
        package = caller.f_globals.get("__name__", "").partition(".")[0]
        if len(self) > 1 and context.current is not None and package not in _LIBRARY:
            context.current.unordered = True
