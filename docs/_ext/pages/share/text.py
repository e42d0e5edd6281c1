"""Texts in pictures beside links: the one font that has both languages, and what fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import ImageFont

_FONT = Path(pylopdf_fonts_zh_cn.__file__).with_name("NotoSansSC-Regular.otf")
# What stays together in a line: a word of Latin text, or a Chinese character, with what may not
# begin a line after it.
_PIECE = re.compile(r"(?:[!-~\u00c0-\u024f’“]+|.) ?[，。？！：；、）》”…]*")

_CHINESE = re.compile(r"[\u3000-\u9fff]")
_NARROW = str.maketrans("‘’“”", "''\"\"")


def narrow(text: str) -> str:
    """Return a text as it is drawn: in the font, curved quotes are as wide as a Chinese character.

    That is right in Chinese; elsewhere they would tear words apart.
    """
    return text if _CHINESE.search(text) else text.translate(_NARROW)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font in a size."""
    return ImageFont.truetype(_FONT, size)


def width(text: str, size: int) -> float:
    """Return how wide a text is, in pixels."""
    return font(size).getlength(text)


def broken(text: str, size: int, room: float) -> list[str]:
    """Break a text into lines that fit; an empty one has none."""
    lines: list[str] = []
    for piece in _PIECE.findall(text):
        if not lines or width(lines[-1] + piece.rstrip(), size) > room:
            lines.append("")
        lines[-1] += piece
    return lines


def cut(text: str, size: int, room: float) -> str:
    """Return as much of a text as fits, with a sign that there is more."""
    if width(text, size) <= room:
        return text
    fits = bisect_left(range(len(text)), True, key=lambda end: width(f"{text[:end]}…", size) > room)
    return f"{text[: fits - 1].rstrip()}…"
