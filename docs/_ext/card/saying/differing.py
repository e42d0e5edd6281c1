"""How an outcome differs from the normal run, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from card.saying.sentences import sentence
from language.words import word
from turns.exploring.differences import differences
from turns.runtime.problem import cycle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from language.languages import Language
    from turns.exploring.nfa import End
    from turns.exploring.outcomes import Outcome
    from turns.runtime.problem import Waiting

FEW = 6
"""Lines of output that are quoted; the rest is counted."""


def differing(outcome: Outcome, normal: Outcome, language: Language) -> str:
    """Say in one sentence what is different; how it ends comes last."""
    parts = [*_lines(normal.texts, outcome.texts, language)]
    if outcome.end != normal.end:
        parts.append(ending(outcome.end, language))
    said = word(language, "differs-and").join(parts)
    return sentence(said, language)


def _lines(normal: Sequence[str], other: Sequence[str], language: Language) -> Iterator[str]:
    found = differences(normal, other)
    if found.before is not None:
        line, above = found.before
        yield word(language, "differs-before").format(line=line, above=above)
        if found.order:
            yield word(language, "differs-order").format(lines=_quoted(found.order, language))
    if len(found.missing) == len(found.more) == 1:
        [usual], [line] = found.missing, found.more
        yield word(language, "differs-instead").format(line=line, usual=usual)
        return
    for key, texts in (("missing", found.missing), ("more", found.more)):
        if texts:
            number = "-one" if len(texts) == 1 else ""
            quoted = _quoted(texts, language)
            yield word(language, f"differs-{key}{number}").format(lines=quoted)


def _quoted(texts: Sequence[str], language: Language) -> str:
    shown = [word(language, "quoted").format(text=text) for text in texts[:FEW]]
    if len(texts) > FEW:
        shown.append(word(language, "differs-others").format(count=len(texts) - FEW))
    return word(language, "and-so-on").join(shown)


def ending(end: End, language: Language) -> str:
    """Say how a run ends; of a deadlock, who waits for whom."""
    if end.kind != "deadlock":
        return word(language, f"ends-{end.kind}").format(detail=end.detail)
    return word(language, "ends-deadlock").format(all=waiting(end, language))


def in_circle(end: End) -> list[Waiting]:
    """Return those of whom each waits for the next one, and the last for the first."""
    by_name = {one.name: one for one in end.waiting}
    return [by_name[name] for name in cycle(end.waiting)]


def waiting(end: End, language: Language) -> str:
    """Say of a deadlock who waits for whom."""
    listed = in_circle(end) or end.waiting
    return word(language, "waits-and").join(waits(one, language) for one in listed)


def waits(one: Waiting, language: Language) -> str:
    """Say what somebody waits for, and who holds it, without a full stop."""
    key = "waits-held" if one.holder else "waits"
    line = word(language, "waits-line").format(line=one.line) if one.line else ""
    return word(language, key).format(
        task=one.name, line=line, thing=one.thing or one.on, holder=one.holder
    )
