"""Text for people: what it must not do in a terminal, its columns, and numbers in short."""

import re
import unicodedata
from collections.abc import Iterable, Iterator


def clip(text: str, columns: int) -> str:
    """Escape control characters, and cut off the end of a text wider than ``columns``."""
    start = text[: columns + 1]  # a program may print a line of a megabyte
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in start)
    if width(shown) <= columns:
        return shown
    while width(shown) >= columns:
        shown = shown[:-1]
    return f"{shown}\N{HORIZONTAL ELLIPSIS}"


def width(text: str) -> int:
    """Count the columns of ``text``: Chinese characters and emoji take two, accents none."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def ranges(numbers: Iterable[int], dash: str) -> list[str]:
    """Write 3, 4, 5, 9 as ``3-5`` and ``9``, with that dash."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return [str(a) if a == b else f"{a}{dash}{b}" for a, b in parts]


_PIECES = re.compile(
    r"第 \d+ .|[\u2e80-\uffff][，。、；：）”]*|[^\s\u2e80-\uffff]+[，。、；：）”]*|\s+"
)
"""What is not divided: words, and Chinese characters with the punctuation behind them."""


def wrapped(text: str, columns: int) -> Iterator[str]:
    """Yield the lines of ``text``, each as wide as it can be; the first keeps its indentation."""
    rest = text.lstrip()
    line = text[: len(text) - len(rest)]
    for piece in _PIECES.findall(rest):
        if width(line + piece.rstrip()) > columns and line.strip():
            yield line.rstrip()
            line = ""
        line += piece if line or piece.strip() else ""
    if line.strip():
        yield line.rstrip()
