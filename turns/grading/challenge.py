"""A challenge as data: its program, its goals, and what an answer has to keep of the program."""

from dataclasses import dataclass
from enum import StrEnum


class Aim(StrEnum):
    """What a goal is about. The values are the words of `turns.grading.grammar`."""

    NEVER = "never"
    """No schedule prints the line."""
    ALWAYS = "always"
    """Every schedule prints the line."""
    BEFORE = "before"
    """Every schedule prints both lines, and the first one first."""
    LINES = "lines"
    """Every schedule prints these lines and no others, in any order."""
    ORDER = "order"
    """Every schedule prints these lines and no others, in this order."""
    NO_DEADLOCK = "no deadlock"
    NO_FAILURE = "no failure"
    """No schedule ends with an error, or with another exit status than 0."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What every schedule has to reach."""

    aim: Aim
    texts: tuple[str, ...] = ()


IMPLIED = (Goal(Aim.NO_DEADLOCK), Goal(Aim.NO_FAILURE))
"""What every answer has to reach, whatever else is asked."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A part of the program that an answer has, too, in the same function."""

    text: str
    """An expression, a statement or a definition, as source."""
    function: str
    """The qualified name of the function that it stands in; empty for the module."""
    count: int
    """How often it stands there, at least."""
    runs: bool
    """The normal run has to come there: it is no use where nobody comes by."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A name that has to mean what it meant, since something that is kept has it."""

    name: str
    function: str
    """In which it is bound; empty: it is one of the module's, or of Python's."""
    count: int
    """How often it is bound there; one of the module's, anywhere."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What an answer may not change."""

    prints: tuple[Kept, ...]
    """All statements that print: an answer has these and no others."""
    kept: tuple[Kept, ...]
    bound: tuple[Bound, ...]
    """Names that an answer does not bind more often."""
    without: tuple[str, ...]
    """Names that an answer has in what it keeps and nowhere else."""
    imports: tuple[str, ...]
    """The modules that an answer may import."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What is asked of a reader."""

    name: str
    clock: bool
    """Under clock schedules: timers may be as early or as late as they like."""
    goals: tuple[Goal, ...]
    rules: Rules

    @property
    def all_goals(self) -> tuple[Goal, ...]:
        """Return those that are said, and those that are implied."""
        return (*self.goals, *(one for one in IMPLIED if one not in self.goals))
