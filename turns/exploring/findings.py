"""All that a card shows of a program beyond its file: turns, marks, promises, other schedules."""

from dataclasses import dataclass, replace

from turns.exploring.board import Board
from turns.exploring.marks import Mark
from turns.exploring.outcomes import Outcomes
from turns.exploring.permutations import Orders
from turns.exploring.schedule import Schedule
from turns.recording.cause import Cause
from turns.recording.codec import MalformedError, decode
from turns.recording.recording import Recording

SHOWN = 9
"""Outcomes beside the normal one of which a card shows the run, under each kind of schedules."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Another run than the normal one, from where it departs: that of a witness."""

    schedule: Schedule
    first: int
    """The number of the first turn that is another one than in the normal run."""
    recording: Recording
    """Its turns are those from ``first`` on."""


@dataclass(frozen=True, slots=True)
class Mistaken:
    """What somebody expects of the program who makes a mistake."""

    mistake: str
    """Its key in `turns.exploring.mistakes.BELIEFS`."""
    texts: tuple[str, ...]
    """The lines."""


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
    """The runs that a card can show beside the normal one: of the marks' witnesses, and of the
    first outcomes that are listed. Each has another schedule."""
    mistaken: tuple[Mistaken, ...]
    """What those expect who make a common mistake, the most common one first; nothing of a program
    that prints many lines."""
    board: Board | None
    """To play on; None if nothing is proven about it, or nobody can choose."""

    def departure(self, schedule: Schedule) -> Departure | None:
        """Return the run under a schedule; None if it is not there."""
        return next((one for one in self.departures if one.schedule == schedule), None)

    def run(self, departure: Departure) -> Recording:
        """Return another run from its beginning, which it has in common with the normal one."""
        shared = tuple(turn for turn in self.recording.turns if turn.number < departure.first)
        return replace(departure.recording, turns=shared + departure.recording.turns)


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
