"""What a program can print and how it can end, as data."""

from dataclasses import dataclass

from turns.exploring.nfa import End
from turns.exploring.schedule import Schedule
from turns.exploring.shape import Shape


@dataclass(frozen=True, slots=True)
class Witness:
    """A run that shows something."""

    schedule: Schedule
    departures: int
    """From the normal run: decisions against the queue."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a schedule prints, and how it ends."""

    texts: tuple[str, ...]
    end: End
    witness: Witness
    """The schedule with the fewest departures that was found; the normal one has none."""
    differs: int
    """The index, from 0, of the first line that the normal run does not have there; where all are
    the same, that of a line after the last."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All outcomes under one kind of schedules, or as many as were found."""

    count: int
    inexact: str
    """Why there are at least so many; empty if there are exactly so many."""
    listed: tuple[Outcome, ...]
    """Those with the fewest departures, the normal one first."""
    shape: Shape | None = None
    """What they have in common, if they are not all listed."""
