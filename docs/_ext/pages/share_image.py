"""The picture that other sites show beside a link to a page: what it is about, above some turns.

1200 × 630 pixels, as link previews have them, in the one font that has both languages.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = (1200, 630)
_MARGIN = 80
_WIDTH = SIZE[0] - 2 * _MARGIN
_TITLE_LINES = 2
_LANE, _TURN, _SOFT, _WHITE = 40, 128, 205, 255
"""Shades, where 0 is the ground; drawing in shades takes a third of the time."""
_COLOURS = {0: (0x16, 0x25, 0x4F), _TURN: (0x7F, 0xA3, 0xFF), _WHITE: (0xFF, 0xFF, 0xFF)}
"""What shades are painted in; those between are mixed."""
_TURNS = ((0, 110), (110, 70), (210, 150), (410, 70), (540, 190), (780, 90), (890, 150))
"""Where turns begin and how wide they are; each is in the next of three lanes."""
_LANES_TOP, _LANES_APART, _TURN_HEIGHT = 512, 34, 18
_FONT = Path(pylopdf_fonts_zh_cn.__file__).with_name("NotoSansSC-Regular.otf")
# What stays together in a line: a word of Latin text, or a Chinese character, with what may not
# begin a line after it.
_PIECE = re.compile(r"(?:[!-~\u00c0-\u024f’“]+|.) ?[，。？！：；、）》”…]*")


def draw(title: str, text: str, left: str, right: str) -> Image.Image:
    """Draw the title and the text of a page, below two names in the corners."""
    image = Image.new("L", SIZE)
    pen = ImageDraw.Draw(image)
    pen.text((_MARGIN, 60), left, _SOFT, _font(34))
    pen.text((SIZE[0] - _MARGIN, 60), right, _SOFT, _font(34), anchor="ra")
    size = next(size for size in range(84, 0, -4) if len(_broken(title, size)) <= _TITLE_LINES)
    top = 130
    for line in _broken(title, size):
        # There is no bold face: a stroke makes one.
        pen.text((_MARGIN, top), line, _WHITE, _font(size), stroke_width=1, stroke_fill=_WHITE)
        top += size * 5 // 4
    top += 32
    lines = _broken(text, 34)
    room = (_LANES_TOP - 20 - top) // 48
    if len(lines) > room:
        lines[room - 1 :] = [lines[room - 1][:-1].rstrip() + "…"]
    for line in lines:
        pen.text((_MARGIN, top), line, _SOFT, _font(34))
        top += 48
    _draw_turns(pen)
    image.putpalette([part for shade in range(256) for part in _colour(shade)])
    return image


def _colour(shade: int) -> Iterator[int]:
    """Yield the red, green and blue of a shade."""
    start, end = (0, _TURN) if shade <= _TURN else (_TURN, _WHITE)
    share = (shade - start) / (end - start)
    for low, high in zip(_COLOURS[start], _COLOURS[end], strict=True):
        yield round(low + share * (high - low))


def _draw_turns(pen: ImageDraw.ImageDraw) -> None:
    lanes = [_LANES_TOP + index * _LANES_APART for index in range(3)]
    for top in lanes:
        middle = top + _TURN_HEIGHT // 2
        pen.line((_MARGIN, middle, SIZE[0] - _MARGIN, middle), _LANE, 2)
    for index, (begin, width) in enumerate(_TURNS):
        left, top = _MARGIN + begin, lanes[index % 3]
        pen.rounded_rectangle((left, top, left + width, top + _TURN_HEIGHT), 5, _TURN)


def _broken(text: str, size: int) -> list[str]:
    """Break a text into lines that fit."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and _font(size).getlength(lines[-1] + piece.rstrip()) > _WIDTH:
            lines.append("")
        lines[-1] += piece
    return lines


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, size)
