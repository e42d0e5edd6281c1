"""Which mark each line of the normal run gets, out of what was found about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from turns.exploring.marks import Departing, Mark
from turns.exploring.outcomes import Witness
from turns.exploring.varying import varies
from turns.exploring.witnesses import Shown

_How = tuple[str, Witness | None]


@dataclass(frozen=True)
class Seen:
    """What departs under a kind of schedules."""

    departing: Departing
    """What is known of all of them."""
    shown: Shown
    """What runs have shown."""

    def how(self, index: int) -> _How | None:
        """Return how a line departs, and in which run that was seen; None if it does not."""
        if index in self.shown.departing:
            return self.shown.departing[index]
        how = self.departing.how(index)
        return (how, None) if how else None


@dataclass(frozen=True)
class Known:
    """What is known of a program."""

    queue: Seen
    clock: Seen
    by_chance: Mapping[int, str]
    """How lines depart when chance decides otherwise."""
    registers: bool
    """It registers callbacks."""
    documented: Departing | None
    """What departs although these keep their order; None if that is not known."""
    is_outside: bool
    """What it prints depends on something outside."""
    is_proven: bool
    """The queue schedules have been explored, all of them."""
    is_whole: bool
    """So have the clock schedules."""


def marks(texts: Iterable[str], known: Known) -> Iterator[Mark]:
    """Yield the marks of the lines of the normal run."""
    for index, text in enumerate(texts):
        yield Mark(text, *_because(index, text, known))


def _because(index: int, text: str, known: Known) -> tuple[str, str, Witness | None]:
    """Return what promises a line; and how it departs, and where that was seen."""
    if index in known.by_chance:
        return "nobody", known.by_chance[index], None
    if varies(text):
        return "unknown", "", None
    if found := known.queue.how(index):
        is_seen = not known.is_outside
        return _departing(index, "queue", known) if is_seen else "unknown", *found
    if found := known.clock.how(index):
        return _departing(index, "clock", known) if known.is_proven else "unknown", *found
    return "program" if known.is_proven and known.is_whole else "unknown", "", None


def _departing(index: int, mode: str, known: Known) -> str:
    if not known.registers:
        return mode
    if known.documented is None:
        return "unknown"
    return mode if known.documented.how(index) else "documented"
