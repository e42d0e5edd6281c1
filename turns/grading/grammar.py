r"""The grammar of a challenge: a program that ends with its goals as comments.

The docstring says what is wrong and what is asked: in English, then, after a blank line, in
Chinese. The comments, one a line, are:

- ``# Goal: never "TEXT"``, ``always "TEXT"``, ``before "TEXT" "TEXT"``, ``lines "TEXT" ...``,
  ``order "TEXT" ...``, ``no deadlock``, ``no failure``; see `turns.grading.challenge.Aim`. A text
  is a string of JSON.
- ``# Keep: CODE``: an expression or a statement that an answer has, too, where it stands; or
  ``def NAME``, ``async def NAME``, ``class NAME``: all of that definition.
- ``# Without: NAME``: the name stands nowhere but in what is kept.
- ``# Schedules: clock``: timers may be early; otherwise they are not.
- ``# Rule: LABEL``: the rule behind it.

At least one goal and the rule are there; statements that print are always kept.
"""

import ast
import difflib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from turns.grading import keeping
from turns.grading.challenge import Aim, Challenge, Goal
from turns.snippet import docstring, source
from turns.snippet.source import SourceError

_NAMES = ("Goal", "Keep", "Without", "Schedules", "Rule")
_DIRECTIVE = re.compile(r"# (Goal|Keep|Without|Schedules|Rule): (.*\S)\s*")
_LIKE_DIRECTIVE = re.compile(r"#\s*([A-Za-z]+)\s*:")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_TEXTS = {Aim.NEVER: 1, Aim.ALWAYS: 1, Aim.BEFORE: 2, Aim.NO_DEADLOCK: 0, Aim.NO_FAILURE: 0}
"""How many texts a goal has; the others have at least one."""
_GOALS = "never, always, before, lines, order, no deadlock or no failure"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u3000-\uffef]) (?=[\u3000-\uffef])")
"""What is left of a line's end within a paragraph."""
_LABEL = re.compile(r"rule-[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class ChallengeFile:
    """A challenge, and what a page shows of it."""

    challenge: Challenge
    english: str
    chinese: str
    code: str
    """The program without its docstring and its goals: what an answer begins as."""
    code_lineno: int
    """The line of the file in which it begins."""
    rule: str
    """The label of the rule behind it."""


def read(path: Path) -> ChallengeFile:
    """Read a file; raise `SourceError`, with its line, if it is no challenge."""
    return parse(source.read(path), path)


def parse(text: str, path: Path) -> ChallengeFile:
    """Take ``text`` apart; ``path`` gives the name, and stands in errors."""
    return _Parser(text, path).parse()


def explained(path: Path) -> tuple[str, str, str]:
    """Return the English and the Chinese docstring of a solution, and its code."""
    parser = _Parser(source.read(path), path)
    english, chinese, end = parser.docstring()
    return english, chinese, "\n".join(parser.lines[end:]).strip("\n") + "\n"


class _Parser:
    """The lines of one file; their numbers count from 1."""

    def __init__(self, text: str, path: Path) -> None:
        self.path = path
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")
        self.goals: list[Goal] = []
        self.patterns: list[tuple[str, int]] = []
        self.without: list[str] = []
        self.schedules = self.rule = ""

    def fail(self, lineno: int, message: str) -> SourceError:
        return SourceError(self.path, lineno, message)

    def parse(self) -> ChallengeFile:
        english, chinese, end = self.docstring()
        first = self.find_goals()
        for index in range(first, len(self.lines)):
            if self.lines[index].strip():
                self.read_directive(self.lines[index], index + 1)
        if not self.goals:
            raise self.fail(first + 1, "there is no `# Goal:` line")
        if not self.rule:
            raise self.fail(first + 1, "there is no `# Rule:` line: which rule is behind it?")
        while end < first and not self.lines[end].strip():
            end += 1
        code = "\n".join(self.lines[end:first]).rstrip("\n") + "\n"
        rules = keeping.rules(
            self.tree(code, end), code, self.patterns, tuple(self.without), self.fail
        )
        clock = self.schedules == "clock"
        challenge = Challenge(self.path.stem, clock, tuple(self.goals), rules)
        return ChallengeFile(challenge, english, chinese, code, end + 1, self.rule)

    def tree(self, code: str, above: int) -> ast.Module:
        try:
            return ast.parse(code)
        except SyntaxError as error:
            raise self.fail(above + (error.lineno or 1), f"syntax error: {error.msg}") from None

    def docstring(self) -> tuple[str, str, int]:
        """Return the two languages, and the index of the line after them."""
        text, end = docstring.find(self.text)
        parts = [" ".join(part.split("\n")) for part in re.split(r"\n\s*\n", text) if part.strip()]
        is_chinese = [bool(_CHINESE.search(part)) for part in parts]
        if is_chinese != [False, True]:
            raise self.fail(
                1, "the docstring is to have an English paragraph, a blank line, and a Chinese one"
            )
        english, chinese = (_BETWEEN_CHINESE.sub("", part) for part in parts)
        return english, chinese, end

    def find_goals(self) -> int:
        """Return the index of the first directive; all that follows it are directives."""
        first = next(
            (i for i, line in enumerate(self.lines) if _DIRECTIVE.fullmatch(line)), len(self.lines)
        )
        for index, line in enumerate(self.lines[:first]):
            match = _LIKE_DIRECTIVE.match(line)
            if match and (near := _near(match[1])):
                raise self.fail(index + 1, f"`{line}` is not known; did you mean `# {near}: …`?")
        if first == len(self.lines):
            raise self.fail(max(len(self.text.splitlines()), 1), "there is no `# Goal:` line")
        return first

    def read_directive(self, line: str, lineno: int) -> None:
        match = _DIRECTIVE.fullmatch(line)
        if match is None:
            is_code = not line.startswith("#")
            wrong = f"`{line}` is none of {', '.join(f'`# {name}:`' for name in _NAMES)}"
            below = "there is code below the goals; they end the file"
            raise self.fail(lineno, below if is_code else wrong)
        name, value = match.groups()
        if name == "Goal":
            goal = self.read_goal(value, lineno)
            if goal in self.goals:
                raise self.fail(lineno, "this goal is there twice")
            self.goals.append(goal)
        elif name == "Keep":
            self.patterns.append((value, lineno))
        elif name == "Without":
            if not value.isidentifier():
                raise self.fail(lineno, f"`{value}` is not a name")
            self.without.append(value)
        else:
            self.read_setting(name, value, lineno)

    def read_setting(self, name: str, value: str, lineno: int) -> None:
        """Read what can be there once."""
        attribute = name.lower()
        if getattr(self, attribute):
            raise self.fail(lineno, f"a second `# {name}:`")
        setattr(self, attribute, value)
        if name == "Schedules" and value != "clock":
            raise self.fail(lineno, f"`# Schedules: {value}`; it can only be `clock`")
        if name == "Rule" and not _LABEL.fullmatch(value):
            raise self.fail(lineno, f"`{value}` is not the label of a rule: `rule-…`")

    def read_goal(self, value: str, lineno: int) -> Goal:
        head = value.partition('"')[0].strip()
        if head not in set(Aim):
            near = difflib.get_close_matches(head, [str(aim) for aim in Aim], n=1)
            what = f"; did you mean `{near[0]}`?" if near else f"; it is {_GOALS}"
            raise self.fail(lineno, f"`{head}` is no goal{what}")
        aim = Aim(head)
        rest = value[len(head) :].strip()
        texts = _TEXT.findall(rest)
        if " ".join(texts) != " ".join(rest.split()) and rest != " ".join(texts):
            raise self.fail(lineno, f"`{rest}`: texts stand in double quotes, one space between")
        wanted = _TEXTS.get(aim)
        if len(texts) != wanted if wanted is not None else not texts:
            count = "at least 1 text" if wanted is None else f"{wanted} text{'s' * (wanted != 1)}"
            raise self.fail(lineno, f"`{aim}` takes {count}, not {len(texts)}")
        try:
            goal = Goal(aim, tuple(json.loads(text) for text in texts))
        except ValueError:
            raise self.fail(lineno, f"`{rest}` has a string that JSON does not know") from None
        if aim is Aim.BEFORE and len({*goal.texts}) < len(goal.texts):
            raise self.fail(lineno, "`before` takes two different texts")
        return goal


def _near(word: str) -> str:
    found = difflib.get_close_matches(word.capitalize(), _NAMES, n=1, cutoff=0.75)
    return found[0] if found else ""
