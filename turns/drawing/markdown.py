"""What was found about a program as a block of Markdown, to paste into an issue or an answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from turns.drawing.words import say

MOST = 400
"""Lines of output that are written, of many."""


class Line(NamedTuple):
    """A line of output."""

    text: str
    because: str
    """Its mark."""
    sentence: str
    """Why it stands where it stands; empty if that is not known."""


def markdown(name: str, lines: Sequence[Line], below: Iterable[str], lang: str) -> Iterator[str]:
    """Yield the lines of the block: output, then marks and causes, then each sentence ``below``."""
    yield f"`{name}`"
    yield ""
    yield "```text"
    yield from (line.text for line in lines[:MOST])
    yield "```"
    yield ""
    for number, (line, because, sentence) in enumerate(lines[:MOST], 1):
        text = line.replace("`", "'")
        yield f"{number}. `{text}`: **{say(lang, because)}**. {sentence}".rstrip()
    yield ""
    yield from (f"- {text}" for text in below)
