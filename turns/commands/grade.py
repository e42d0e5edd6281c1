"""``python -m turns grade``: whether every schedule of an answer reaches a challenge's goals."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from turns.commands import child
from turns.commands.answer import COLUMNS
from turns.commands.common import refuse, unreadable
from turns.commands.waiting import watching
from turns.drawing.words import say
from turns.exploring.explore import Effort
from turns.grading import grammar, saying
from turns.grading.challenge import Challenge
from turns.grading.grade import Grade, Verdict, grade
from turns.runtime.target import Target, load
from turns.snippet.source import SourceError
from turns.text import clip

_RESERVE = 0.8
"""The part of the limit that the search may use; the rest is for showing a run."""
_SIGNS = {"reached": "\N{CHECK MARK}", "broken": "\N{MULTIPLICATION SIGN}", "open": "?"}
_BAR = "\N{BOX DRAWINGS LIGHT VERTICAL}"


def as_text(one: Verdict, lang: str) -> Iterator[str]:
    """Yield what came of it, each goal, and the run in which one is not reached."""
    yield saying.verdict(one, lang)
    for goal, state in one.goals:
        yield f"{_SIGNS[state]} {saying.goal(goal, lang)}"
    if one.broken is None:
        return
    yield ""
    yield say(lang, "grade-printed" if one.broken.texts else "grade-nothing")
    yield from (f"  {_BAR} {clip(text, COLUMNS)}" for text in one.broken.texts)
    yield from saying.end(one.broken.end, lang)
    yield say(lang, "grade-schedule", token=one.broken.schedule)


def _challenge(path: Path) -> Challenge:
    try:
        return grammar.read(path).challenge
    except SourceError as error:
        refuse(str(error))


def _answer(path: Path) -> Target:
    try:
        return load(path)
    except (OSError, SyntaxError) as error:
        refuse(f"{path}: {unreadable(error)}")


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    challenge = _challenge(options.challenge)
    target = _answer(options.answer or options.challenge)
    with child.saved_stdout() as out, watching() as progress:
        effort = Effort(seconds=options.limit * _RESERVE, progress=progress)
        found = grade(target, challenge, effort)
        if options.json:
            child.write_data(saying.as_data(found, options.lang), out)
        else:
            out.writelines(f"{line}\n" for line in as_text(found, options.lang))
        out.flush()
    return 0 if found.kind is Grade.REACHED else 1
