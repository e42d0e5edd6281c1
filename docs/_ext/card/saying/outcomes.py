"""What is said of all outcomes of a program: how many there are, and what is different in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from card.saying.differing import differing, in_circle, waiting
from language.words import word
from turns.exploring import outcomes as exploring
from turns.exploring.findings import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from language.languages import Language
    from turns.exploring.findings import Findings
    from turns.exploring.outcomes import Outcome

_NONE = exploring.Outcomes(0, "no other schedule was run", ())


@dataclass(frozen=True, slots=True)
class Item:
    """One outcome beside the normal one."""

    said: str
    """What is different in it."""
    schedule: str
    """The schedule whose run shows it; empty if that cannot be played."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All of them."""

    sentence: str
    """How many there are, and what they have in common."""
    others: str
    """What stands before the list of the others; empty if there is none."""
    items: tuple[Item, ...]
    more: str
    """How many others there are; empty if none, or if that is not known."""


def all_outcomes(found: Findings, language: Language) -> Outcomes:
    """Return what is said of the outcomes of a program."""
    queue, clock = (found.outcomes.get(mode, _NONE) for mode in ("queue", "clock"))
    normal = next((one for one in queue.listed if not one.witness.departures), None)
    items = tuple(_items(found, queue, clock, normal, language)) if normal is not None else ()
    return Outcomes(
        sentence="".join(_sentences(found, language)),
        others=word(language, "outcomes-others") if items else "",
        items=items,
        more=_more(queue, clock, len(items), language) if items else "",
    )


def _items(
    found: Findings,
    queue: exploring.Outcomes,
    clock: exploring.Outcomes,
    normal: Outcome,
    language: Language,
) -> Iterator[Item]:
    """Yield the others than the normal one, then those that need an early timer."""
    known = {(one.texts, one.end) for one in queue.listed}
    early = [one for one in clock.listed if (one.texts, one.end) not in known]
    for outcomes, listed in ((queue, queue.listed), (clock, early)):
        others = [one for one in listed if one.witness.departures]
        for one in others[:SHOWN]:
            said = differing(one, normal, language)
            if outcomes is clock:
                said = word(language, "outcome-early").format(said=said)
            schedule = one.witness.schedule
            yield Item(said, str(schedule) if found.departure(schedule) is not None else "")


def _more(
    queue: exploring.Outcomes, clock: exploring.Outcomes, listed: int, language: Language
) -> str:
    """Say how many others there are than those that are listed, if all are known."""
    more = max(queue.count, clock.count) - 1 - listed
    if more <= 0 or queue.inexact or clock.inexact:
        return ""
    key = "outcome-one-more" if more == 1 else "outcome-more"
    return word(language, key).format(count=more)


def _sentences(found: Findings, language: Language) -> Iterator[str]:
    queue, clock = (found.outcomes.get(mode, _NONE) for mode in ("queue", "clock"))
    yield _counted(queue, clock, language)
    yield _deadlocks(queue, clock, language)
    yield _circle((*queue.listed, *clock.listed), language)
    for first, last in found.together:
        key = "together-two" if last == first + 1 else "together-more"
        yield word(language, key).format(first=first + 1, last=last + 1)


def _counted(queue: exploring.Outcomes, clock: exploring.Outcomes, language: Language) -> str:
    """Say how many there are, and how many more if timers could be early."""
    if queue.inexact and queue.count < 2:  # only the run that everybody sees
        return word(language, "outcomes-unknown")
    key = "many" if queue.inexact or queue.count > 1 else "one"
    if (clock.count, bool(clock.inexact)) != (queue.count, bool(queue.inexact)):
        key += "-clock"
    count, early = _many(queue, language), _many(clock, language)
    return word(language, f"outcomes-{key}").format(count=count, clock=early)


def _many(outcomes: exploring.Outcomes, language: Language) -> str:
    key = "outcomes-at-least" if outcomes.inexact else "outcomes-exactly"
    return word(language, key).format(count=f"{outcomes.count:,}")


def _deadlocks(queue: exploring.Outcomes, clock: exploring.Outcomes, language: Language) -> str:
    """Say how many of them are deadlocks, if any is known."""
    count = _known_deadlocks(queue)
    if not count:
        return word(language, "outcomes-deadlock-clock") if _known_deadlocks(clock) else ""
    if queue.inexact or queue.count > len(queue.listed):
        key = "outcomes-deadlocks-some"
    elif queue.count == 1:
        key = "outcomes-deadlock"
    else:
        key = "outcomes-deadlock-one" if count == 1 else "outcomes-deadlocks"
    return word(language, key).format(count=count)


def _circle(listed: Iterable[Outcome], language: Language) -> str:
    """Say of the first deadlock who holds what the next one waits for, if that is what it is."""
    end = next((one.end for one in listed if one.end.kind == "deadlock"), None)
    circle = in_circle(end) if end is not None else []
    if end is None or not circle or not all(one.holder and one.line for one in circle):
        return ""
    return word(language, "outcomes-circle").format(all=waiting(end, language))


def _known_deadlocks(outcomes: exploring.Outcomes) -> int:
    return sum(one.end.kind == "deadlock" for one in outcomes.listed)
