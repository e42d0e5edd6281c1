"""What a card says of all outcomes of its program, in a line of text below the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from language.words import word
from turns.exploring.outcomes import Outcome, Outcomes
from turns.runtime.problem import cycle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from language.languages import Language
    from turns.exploring.findings import Findings

_NONE = Outcomes(0, "no other schedule was run", ())


def element(found: Findings, language: Language) -> nodes.paragraph:
    """Return the line."""
    said = "".join(_sentences(found, language))
    return nodes.paragraph("", said, classes=["snippet-outcomes"])


def _sentences(found: Findings, language: Language) -> Iterator[str]:
    queue, clock = (found.outcomes.get(mode, _NONE) for mode in ("queue", "clock"))
    yield _counted(queue, clock, language)
    yield _deadlocks(queue, clock, language)
    yield _circle((*queue.listed, *clock.listed), language)
    for first, last in found.together:
        key = "together-two" if last == first + 1 else "together-more"
        yield word(language, key).format(first=first + 1, last=last + 1)


def _counted(queue: Outcomes, clock: Outcomes, language: Language) -> str:
    """Say how many there are, and how many more if timers could be early."""
    if queue.inexact and queue.count < 2:  # only the run that everybody sees
        return word(language, "outcomes-unknown")
    key = "many" if queue.inexact or queue.count > 1 else "one"
    if (clock.count, bool(clock.inexact)) != (queue.count, bool(queue.inexact)):
        key += "-clock"
    count, early = _many(queue, language), _many(clock, language)
    return word(language, f"outcomes-{key}").format(count=count, clock=early)


def _many(outcomes: Outcomes, language: Language) -> str:
    key = "outcomes-at-least" if outcomes.inexact else "outcomes-exactly"
    return word(language, key).format(count=f"{outcomes.count:,}")


def _deadlocks(queue: Outcomes, clock: Outcomes, language: Language) -> str:
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
    waiting = next((one.end.waiting for one in listed if one.end.kind == "deadlock"), ())
    by_name = {one.name: one for one in waiting}
    held = [by_name[name] for name in cycle(waiting)]
    if not held or not all(one.holder and one.line for one in held):
        return ""
    all_ = word(language, "outcomes-held-and").join(
        word(language, "outcomes-held").format(
            task=one.name, line=one.line, thing=one.thing or one.on, holder=one.holder
        )
        for one in held
    )
    return word(language, "outcomes-circle").format(all=all_)


def _known_deadlocks(outcomes: Outcomes) -> int:
    return sum(one.end.kind == "deadlock" for one in outcomes.listed)
