"""``python -m turns play``: the terminal asks who runs next."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from turns.commands import child
from turns.commands.common import name_of, status, target_of
from turns.commands.waiting import watching
from turns.drawing.words import counted, say
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.goals import Aim, Goal, goals, is_reached
from turns.exploring.playing import Answer, Playing, Situation, TakenBack
from turns.exploring.program import CLOCK, QUEUE
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target
from turns.text import clip

_SEARCH = 10.0
"""Seconds to find out what there is to reach."""
_LIMITS = Limits(seconds=24 * 3600)
_COLUMNS = 76
_GOALS = 9
"""Goals that are offered."""


class _LeaveError(Exception):
    """Whoever plays has had enough."""


class _Table:
    """Where the game is played: what is asked, and what was answered."""

    def __init__(self, out: TextIO, lang: str) -> None:
        self._out, self._lang = out, lang
        self._input = sys.stdin
        self._shown = 0
        self.answered: list[Answer] = []

    def write(self, text: str = "") -> None:
        self._out.write(f"{text}\n")
        self._out.flush()

    def say(self, key: str, **values: object) -> None:
        self.write(say(self._lang, key, **values))

    def read(self, prompt: str) -> str:
        self._out.write(prompt)
        self._out.flush()
        line = self._input.readline()
        if not line:
            raise _LeaveError
        return line.strip().lower()

    def write_lines(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.write(f"        \N{BOX DRAWINGS LIGHT VERTICAL} {clip(text, _COLUMNS)}")

    def choose(self, offered: Sequence[Goal]) -> Goal | None:
        """Ask what somebody wants to reach; None if nothing in particular."""
        if not offered:
            return None
        self.say("play-goals")
        for index, goal in enumerate(offered, 1):
            self.write(f"  {index}  {described(goal, self._lang)}")
        while answer := self.read(say(self._lang, "play-which")):
            if answer.isdecimal() and 1 <= int(answer) <= len(offered):
                return offered[int(answer) - 1]
        return None

    def ask(self, situation: Situation) -> Answer:
        """Show who can run, and ask who does."""
        lines = situation.lines
        self._shown = min(self._shown, len(lines))
        self.write_lines(lines[self._shown :])
        self._shown = len(lines)
        self.say("play-turn", turn=situation.turn, time=f"{situation.time:.6g}")
        for index, option in enumerate(situation.options):
            marks = say(self._lang, "play-usual") if index == situation.usual else ""
            marks += say(self._lang, "play-held") if situation.held[index] else ""
            if option.kind == "timer":
                marks += say(self._lang, "play-due", due=f"{option.when:.6g}")
            self.write(f"  {index + 1}  {clip(option.label, _COLUMNS)}{marks}")
        while True:
            answer = self.read("> ")
            if not answer:
                return situation.usual
            if answer == "h" and len(situation.options) > 1:
                return None
            if answer == "u":
                raise TakenBack
            if answer == "q":
                raise _LeaveError
            if answer.isdecimal() and 1 <= int(answer) <= len(situation.options):
                return int(answer) - 1
            self.say("play-keys", most=len(situation.options))


@dataclass(frozen=True)
class _Game:
    """One program, and what somebody wants to reach with it."""

    target: Target
    table: _Table
    found: Exploration
    mode: str
    lang: str
    goal: Goal | None

    def play(self) -> None:
        """Let somebody play one run to its end."""
        kind = CLOCK if self.mode == "clock" else QUEUE
        while True:
            playing = Playing(kind, self.table.answered, self.table.ask)
            outcome = execute(self.target, strategy=playing, limits=_LIMITS)
            if isinstance(playing.error, TakenBack):
                del self.table.answered[-1:]
            elif playing.error is not None:
                raise playing.error
            else:
                break
        self._tell(outcome, playing)

    def _tell(self, outcome: Outcome, playing: Playing) -> None:
        """Say what the run printed, which of the outcomes that is, and whether it is the goal."""
        table, found, goal = self.table, self.found, self.goal
        table.say("play-end")
        table.write_lines(outcome.output)
        if outcome.problem is not None:
            table.write(str(outcome.problem))
        elif outcome.error is not None:
            table.write(outcome.error.rstrip("\n").rpartition("\n")[2])
        listed = found.outcomes[self.mode].listed if self.mode in found.outcomes else ()
        for number, one in enumerate(listed, 1):
            if one.texts == tuple(outcome.output):
                key = "play-normal" if not one.witness.departures else "play-outcome"
                table.say(key, number=number, par=one.witness.departures)
        table.say("play-decisions", count=playing.departures, token=playing.schedule)
        if goal is None:
            return
        table.write(described(goal, self.lang))
        if is_reached(goal, found.normal.output, outcome.output, outcome.problem):
            table.say("goal-reached", par=goal.par)
        else:
            key = "goal-impossible" if goal.par is None else "goal-not-reached"
            table.say(key, par=goal.par)


def command(options: argparse.Namespace) -> int:
    """Do what the command line asks for, in a process of its own."""
    target, name = target_of(options), name_of(options)
    mode = "clock" if options.clock else "queue"
    with child.saved_stdout() as out:
        table = _Table(out, options.lang)
        table.say("play-looking", name=name)
        with watching() as progress:
            found = explore(target, Effort(seconds=_SEARCH, progress=progress))
        if found.normal.problem is not None and found.normal.problem.kind == "unsupported":
            table.write(str(found.normal.problem))
            return status(found.normal)
        outcomes = found.outcomes.get(mode)
        if outcomes is not None:
            table.write(counted(outcomes.count, outcomes.inexact, mode, options.lang))
        try:
            goal = table.choose([*goals(found, mode)][:_GOALS])
            game = _Game(target, table, found, mode, options.lang, goal)
            game.play()
            while table.read(say(options.lang, "play-again")) == "u":
                del table.answered[-1:]
                game.play()
        except _LeaveError:
            table.write()
    return 0


def described(goal: Goal, lang: str) -> str:
    """Say what is to be reached."""
    text, above = clip(goal.text, 30), clip(goal.above, 30)
    if goal.aim is Aim.OUTCOME:
        shown = " / ".join(clip(one, 30) for one in goal.texts)
        return say(lang, "goal-outcome", texts=clip(shown, _COLUMNS))
    key = "missing" if goal.aim is Aim.EARLIER and not above else goal.aim
    return say(lang, f"goal-{key}", text=text, above=above)
