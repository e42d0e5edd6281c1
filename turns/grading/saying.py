"""What a challenge asks, and what came of an answer, in the language of whoever reads it."""

from collections.abc import Iterator
from typing import Any

from turns.drawing.problems import lines as waiting_lines
from turns.drawing.unproven import unproven
from turns.drawing.words import say
from turns.exploring.nfa import End
from turns.grading.challenge import Challenge, Goal
from turns.grading.grade import Grade, Verdict
from turns.grading.keeping import Breach
from turns.recording.codec import encode


def goal(one: Goal, lang: str) -> str:
    """Say a goal in a sentence."""
    quoted = [say(lang, "quoted", text=text) for text in one.texts]
    first, second, *_ = (*one.texts, "", "")
    listed = say(lang, "comma").join(quoted)
    return say(lang, f"aim-{one.aim}", first=first, second=second, all=listed)


def rules(challenge: Challenge, lang: str) -> Iterator[str]:
    """Say what else counts: each in a sentence, in which code stands in backquotes."""
    if challenge.clock:
        yield say(lang, "rule-clock")
    if challenge.rules.prints:
        yield say(lang, "rule-prints")
    for kept in challenge.rules.kept:
        head = kept.text.partition("\n")[0].partition("(")[0]
        if kept.runs:
            yield say(lang, "rule-kept", code=kept.text)
        else:
            yield say(lang, "rule-definition", code=head.rstrip(":"))
    for name in challenge.rules.without:
        yield say(lang, "rule-without", code=name)


def verdict(one: Verdict, lang: str) -> str:
    """Say in one sentence, or a few, what came of it."""
    if one.kind is Grade.BROKEN and one.goal is not None:
        count = one.broken.departures if one.broken else None
        keys = {None: "-unseen", 0: "-normal", 1: "-one"}
        key = f"grade-broken{keys.get(count, '')}"
        return say(lang, key, count=count, goal=goal(one.goal, lang))
    if one.kind is Grade.CONSTRAINT and one.breach is not None:
        return say(lang, "grade-constraint", breach=breach(one.breach, lang))
    if one.kind is Grade.FAILS:
        key = "grade-fails-line" if one.line else "grade-fails"
        return say(lang, key, line=one.line, error=one.error)
    why = say(lang, "space").join(f"{each}{say(lang, 'stop')}" for each in unproven(one.why, lang))
    return say(lang, f"grade-{one.kind}", why=why)


def breach(one: Breach, lang: str) -> str:
    """Say what is not kept, and where."""
    text = one.text.partition("\n")[0]
    said = say(lang, f"breach-{one.key}", text=text)
    return say(lang, "breach-line", line=one.line, said=said) if one.line else said


def end(one: End | None, lang: str) -> Iterator[str]:
    """Say how a run that breaks a goal ends, if that is no good end."""
    if one is None or one.kind == "finished":
        return
    yield say(lang, f"end-{one.kind}", detail=one.detail)
    if one.kind == "deadlock":
        yield from (line.strip() for line in [*waiting_lines("", one.waiting, lang)][1:])


def as_data(one: Verdict, lang: str) -> dict[str, Any]:
    """Return a verdict as JSON has it: the part ``verdict`` of an answer in the browser.

    ``verdict`` is a `Grade`; ``goals`` have ``said`` and ``state``; ``line`` is one of the answer,
    or null. Of one that is broken, ``run`` is null or has the ``lines`` of the run that shows it,
    how it ``ends`` (sentences), its ``schedule``, ``departures`` and ``recording``.
    """
    run = None
    if one.broken is not None:
        run = {
            "schedule": str(one.broken.schedule),
            "departures": one.broken.departures,
            "lines": list(one.broken.texts),
            "ends": [*end(one.broken.end, lang)],
            "recording": encode(one.recording),
        }
    return {
        "kind": "verdict",
        "verdict": str(one.kind),
        "sentence": verdict(one, lang),
        "goals": [{"said": goal(each, lang), "state": str(state)} for each, state in one.goals],
        "line": one.line or None,
        "run": run,
    }
