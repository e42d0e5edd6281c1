"""What became of tasks, in a sentence for each."""

from collections.abc import Iterable
from itertools import islice

from turns.drawing.because import came
from turns.drawing.words import say
from turns.recording.fates import Fact, Fate

_MOST = 8
"""Sentences about what no line tells."""


def first_fates(facts: Iterable[Fact], lang: str) -> list[str]:
    """Say the first of what became of tasks."""
    return [fate(one, lang) for one in islice(facts, _MOST)]


def fate(fact: Fact, lang: str) -> str:
    """Say what became of a task."""
    if fact.origin is not None:
        return came(fact.origin, lang) + say(lang, "stop")
    key = f"fact-{fact.fate}"
    if fact.fate is Fate.LEFT and fact.wait is None:
        key += "-ready"
    return say(
        lang,
        key,
        task=fact.task,
        turn=fact.turn,
        at="" if fact.line is None else say(lang, "at-line", line=fact.line),
        by=fact.thread or "",
        on=fact.wait.on if fact.wait else "",
        error=fact.error or "",
    )
