"""The text of a state, while it is written."""

import types
from collections.abc import Callable
from typing import Any

from turns.exploring.surroundings import Surroundings

PLAIN = frozenset((str, bytes, int, bool, float, complex, type(None)))
"""What `marshal` writes as it is."""
REFERENCE = ...
"""Stands before the number of an object."""


class Writing:
    """Numbers objects as they are found; the state of each is written by whoever knows its kind."""

    def __init__(self, surroundings: Surroundings, deadline: Callable[[float], object]) -> None:
        """Begin; ``deadline`` turns that of a timer into what is to be written of it."""
        self.surroundings = surroundings
        self.deadline = deadline
        self.out: list[Any] = []
        """What has been written: what `marshal` can write."""
        self.found: list[Any] = []
        """By number. Keeps them alive too: their ids must not be given out again."""
        self.stepping: set[int] = set()
        """The ids of async generators of which a step was found."""
        self.run_by_tasks: set[int] = set()
        """The ids of what tasks run that were found."""
        self._numbers: dict[int, int] = {}

    def add(self, *things: Any) -> None:
        """Write references to ``things``; the state of each follows once."""
        out, numbers, found = self.out, self._numbers, self.found
        for thing in things:
            kind = type(thing)
            if kind in PLAIN and thing == thing:  # noqa: PLR0124 - NaN is not: who it is counts
                out.append(thing)
            else:
                number = numbers.get(id(thing))
                if number is None:
                    number = numbers[id(thing)] = len(found)
                    found.append(thing)
                out += (REFERENCE, number)

    def number(self, thing: object) -> int | None:
        """Return the number of what has been found."""
        return self._numbers.get(id(thing))

    def code(self, code: types.CodeType) -> None:
        """Write which code object this is."""
        self.out.append(self.surroundings.number(code))

    def variables(self, values: dict[str, Any]) -> None:
        """Write names and values."""
        self.out += values
        self.add(*values.values())

    def changes(self, kind: type) -> None:
        """Write what has been set on a class since the start, and on those it inherits from."""
        for above in kind.__mro__:
            begun = self.surroundings.begun(above)
            if begun is not None:
                self.variables(begun.changes())
