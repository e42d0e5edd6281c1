"""What a challenge asks, and what came of an answer, in the language of whoever reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class SaidGoal:
    """A goal, and what is known of it."""

    said: str
    state: str
    """A `turns.grading.grade.State`."""


@dataclass(frozen=True, slots=True)
class SaidRun:
    """The run that does not reach a goal."""

    schedule: str
    departures: int
    lines: tuple[str, ...]
    ends: tuple[str, ...]
    """Sentences about how it ends, if that is no good end."""


@dataclass(frozen=True, slots=True)
class Part:
    """A verdict as a page shows it: the part ``verdict`` of an answer in the browser."""

    kind: str
    verdict: str
    """A `turns.grading.grade.Grade`."""
    sentence: str
    goals: tuple[SaidGoal, ...]
    line: int | None
    """Of the answer, if the verdict is about one."""
    run: SaidRun | None


def part(one: Verdict, lang: str) -> Part:
    """Return all that is to be shown of a verdict."""
    run = None
    if one.broken is not None:
        run = SaidRun(
            str(one.broken.schedule),
            one.broken.departures,
            one.broken.texts,
            tuple(end(one.broken.end, lang)),
        )
    goals = tuple(SaidGoal(goal(each, lang), str(state)) for each, state in one.goals)
    return Part("verdict", str(one.kind), verdict(one, lang), goals, one.line or None, run)


def as_data(one: Verdict, lang: str) -> dict[str, Any]:
    """Return the same as JSON has it."""
    data: dict[str, Any] = encode(part(one, lang))
    return data
