"""What the pages show of the command line is what it prints."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tools.checking.pages import COMMAND
from tools.project import HERE, LANGUAGES
from turns.snippet.order import matches

BLOCK = re.compile(r"^```console\n(?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
PROMPT = re.compile(
    r"^(?P<prompt>> |.*\(Enter: none\) |.*（回车：不选）|u[:：].*?)(?P<answer>\d*)\n", re.MULTILINE
)
"""Where `play` asks; when nobody types, what comes next stands in the same line."""
PATIENTLY = ("--limit", "300")
"""A machine may be busy with other things."""


def examples() -> Iterator[tuple[str, str]]:
    """Yield each different command of the pages with its output."""
    found = {
        (block["command"], block["output"])
        for language in LANGUAGES
        for page in HERE.pages(language)
        for block in BLOCK.finditer(page.read_text(encoding="utf-8"))
    }
    yield from found


@pytest.mark.slow
@pytest.mark.parametrize(("command", "output"), sorted(examples()))
def test_examples(command: str, output: str) -> None:
    """Line by line; `...` stands for what differs between versions of Python."""
    verb, *rest = command.removeprefix(COMMAND).split()
    answers = ""
    if verb == "play":  # whose answers are in what is shown, each behind its prompt
        answers = "".join(f"{asked['answer']}\n" for asked in PROMPT.finditer(output))
        output = PROMPT.sub(r"\g<prompt>", output)
    patiently = () if verb == "play" else PATIENTLY
    done = subprocess.run(
        [sys.executable, "-m", "turns", verb, *patiently, *rest],
        cwd=HERE.root,
        env={**os.environ, "PYTHONPATH": str(HERE.root)},
        input=answers,
        capture_output=True,
        encoding="utf-8",
        check=verb != "grade",  # which says by its status that goals are not reached
    )
    printed, expected = (text.rstrip().splitlines() for text in (done.stdout, output))
    assert len(printed) == len(expected), done.stdout
    for one, other in zip(printed, expected, strict=True):
        assert matches(other, one), f"{one!r} is not {other!r}"


def test_there_are_examples() -> None:
    """The test above is about something."""
    assert len(list(examples())) >= 3
