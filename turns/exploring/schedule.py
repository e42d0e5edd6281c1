"""A schedule as a token: where it departs from first in, first out, so that it can be repeated."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from turns.runtime.options import Option

HOLD = -1
"""In place of an index: who would have been next is held back instead."""
_MODES = ("queue", "clock", "documented", "timed")
_CHOICE = r"(\d+)(?:\.(\d+)|h)([0-9a-f]{4})"
_TOKEN = re.compile(rf"([qcdt])((?:{_CHOICE}(?:-{_CHOICE})*)?)")


class TokenError(ValueError):
    """A text that is not a schedule."""


class Choice(NamedTuple):
    """A decision against the queue."""

    number: int
    """Of the choice, from 0; at one choice several can be held."""
    option: int
    """The index of the one taken, or `HOLD`."""
    whom: str
    """Four digits that tell who that was."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The decisions of a run against the queue."""

    mode: str
    """``queue`` or ``clock``, and where what the program registers keeps its order ``documented``,
    or ``timed`` if timers may come early as well."""
    choices: tuple[Choice, ...]

    @classmethod
    def parse(cls, token: str) -> "Schedule":
        """Read a token back."""
        if not (match := _TOKEN.fullmatch(token)):
            raise TokenError(f"{token!r} is not a schedule")
        choices = [
            Choice(int(number), int(index) if index else HOLD, whom)
            for number, index, whom in re.findall(_CHOICE, match[2])
        ]
        [mode] = (mode for mode in _MODES if mode[0] == match[1])
        return cls(mode, tuple(choices))

    def __str__(self) -> str:
        """Write the token: ``c7.1a3f0-9h2b10``."""
        return self.mode[0] + "-".join(
            f"{number}{'h' if index == HOLD else f'.{index}'}{whom}"
            for number, index, whom in self.choices
        )


def fingerprint(option: Option) -> str:
    """Return four digits that tell this turn from others."""
    return f"{option.key % 65521:04x}"
