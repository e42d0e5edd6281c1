"""A schedule as a token: what to choose where there is a choice, so that a run can be repeated."""

import re
from dataclasses import dataclass

from turns.runtime.options import Option

_TOKEN = re.compile(r"([qc])((?:\d+\.\d+[0-9a-f]{4})(?:-\d+\.\d+[0-9a-f]{4})*)?")


class TokenError(ValueError):
    """A text that is not a schedule."""


@dataclass(frozen=True)
class Schedule:
    """The choices of a run that were not first in, first out."""

    mode: str
    """``queue`` or ``clock``."""
    choices: tuple[tuple[int, int, str], ...]
    """The number of the choice from 0, the option taken, and four digits that tell who that was."""

    @classmethod
    def parse(cls, token: str) -> "Schedule":
        """Read a token back."""
        if not (match := _TOKEN.fullmatch(token)):
            raise TokenError(f"{token!r} is not a schedule")
        parts = re.findall(r"(\d+)\.(\d+)([0-9a-f]{4})", match[2] or "")
        mode = {"q": "queue", "c": "clock"}[match[1]]
        return cls(mode, tuple((int(n), int(index), name) for n, index, name in parts))

    def __str__(self) -> str:
        """Write the token: ``c7.1a3f0-9.2bb10``."""
        return self.mode[0] + "-".join(f"{n}.{index}{name}" for n, index, name in self.choices)


def fingerprint(option: Option) -> str:
    """Return four digits that tell this turn from others."""
    return f"{option.key % 65521:04x}"
