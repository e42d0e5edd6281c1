"""All that a card shows of a program beyond its file: turns, marks, promises, other schedules."""

from dataclasses import dataclass

from turns.exploring.marks import Mark
from turns.exploring.outcomes import Outcomes
from turns.exploring.permutations import Orders
from turns.exploring.schedule import Schedule
from turns.recording.cause import Cause
from turns.recording.codec import MalformedError, decode
from turns.recording.recording import Recording


@dataclass(frozen=True, slots=True)
class Departure:
    """The run of a mark's witness, from where it departs from the normal run."""

    line: int
    """The index of the line, from 0, that departs."""
    schedule: Schedule
    first: int
    """The number of the first turn that is another one than in the normal run."""
    recording: Recording
    """Its turns are those from ``first`` on."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found out about one text of a program."""

    name: str
    """Of the program."""
    digest: str
    """Of its text, see `turns.snippet.source.digest`."""
    recording: Recording
    """The normal run."""
    marks: tuple[Mark, ...]
    """One for each line of output."""
    together: tuple[tuple[int, int], ...]
    """Stretches of lines between which nothing ever comes, by index from 0."""
    outcomes: dict[str, Outcomes]
    """By ``queue`` and ``clock``."""
    orders: Orders | None
    """In which its lines can stand in an outcome of queue schedules; None if that is not known."""
    documented: Orders | None
    """The same where callbacks that it registers keep their order, if that leaves fewer."""
    unknown: tuple[str, ...]
    """Why nothing is proven about it, if so."""
    causes: tuple[Cause, ...]
    """Why each line stands where it stands: one for each mark."""
    departures: tuple[Departure, ...]
    """In the order of their lines."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing can be found out about a program."""

    name: str
    digest: str
    python: str
    """The version that tried, such as ``3.14``."""
    reason: str
    line: int
    """Of the program; 0: none in particular."""
    fault: bool
    """The program has no end to watch, or is none: nobody should be asked to run it."""


Answer = Findings | Refusal
"""What comes of asking about a program; each belongs to the text with its digest."""


def read(data: object) -> Answer:
    """Return the answer that came from JSON; `MalformedError` if it is none."""
    if not isinstance(data, dict):
        raise MalformedError(f"expected an object, got {type(data).__name__}")
    return decode(Refusal, data) if "reason" in data else decode(Findings, data)
