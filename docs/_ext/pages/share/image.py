"""The picture that other sites show beside a link to a page: what it asks, and the order it shows.

1200 × 630 pixels, as link previews have them; they are mostly seen at a third of that size, so
nothing in them is small. A page whose first card shows a run has its turns, from above to below;
another one has what it is about. All in the one font that has both languages.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from pages.share import marks
from pages.share import order as turns
from pages.share.marks import GROUND, RUNS, SOFT, WHITE
from pages.share.text import broken, cut, font, narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markup.shown_order import Row

SIZE = (1200, 630)
MARGIN = 64
_WIDTH = SIZE[0] - 2 * MARGIN
_HEADER = 28
"""Size of the site's name and the chapter's."""
_TOP, _BOTTOM = 96, SIZE[1] - 24
"""Between these stands what is about the page."""


def draw(title: str, text: str, order: Sequence[Row], left: str, right: str) -> Image.Image:
    """Draw the title of a page, what it asks or is about, and its order, if it has one.

    ``left`` and ``right`` stand in the corners: the chapter's name, and the site's.
    """
    title, text = narrow(title), narrow(text)
    image = Image.new("L", SIZE, GROUND)
    pen = ImageDraw.Draw(image)
    _draw_sign(pen)
    pen.text((MARGIN + 44, 40), left or right, SOFT, font(_HEADER))
    if left:
        pen.text((SIZE[0] - MARGIN, 40), right, SOFT, font(_HEADER), anchor="ra")
    if order:
        top = _draw_title(pen, title, _TOP, range(60, 0, -4))
        top = _draw_text(pen, text, top + 12, size=34, most=2)
        turns.draw(image, order, top + 20, _BOTTOM)
    else:
        top = _draw_title(pen, title, _TOP + 64, range(88, 0, -4))
        _draw_text(pen, text, top + 32, size=42, most=(_BOTTOM - top - 32) // 58)
    image.putpalette([*chain.from_iterable(marks.palette())])
    return image


def _draw_sign(pen: ImageDraw.ImageDraw) -> None:
    """Draw what the site's icon has: a queue, and who is first in it."""
    for index, wide in enumerate((30, 21, 12)):
        top = 46 + 11 * index
        pen.rectangle((MARGIN, top, MARGIN + wide, top + 5), WHITE if index == 0 else RUNS)


def _draw_title(pen: ImageDraw.ImageDraw, title: str, top: int, sizes: Iterable[int]) -> int:
    """Draw it in the first size in which it needs at most two lines; return where it ends."""
    size = next(size for size in sizes if len(broken(title, size, _WIDTH)) <= 2)
    for line in broken(title, size, _WIDTH):
        # There is no bold face: a stroke makes one.
        pen.text((MARGIN, top), line, WHITE, font(size), stroke_width=1, stroke_fill=WHITE)
        top += size * 5 // 4
    return top


def _draw_text(pen: ImageDraw.ImageDraw, text: str, top: int, *, size: int, most: int) -> int:
    """Draw at most so many lines of it; return where they end."""
    lines = broken(text, size, _WIDTH)
    if len(lines) > most:
        lines[most - 1 :] = [cut("".join(lines[most - 1 :]), size, _WIDTH)]
    for line in lines:
        pen.text((MARGIN, top), line, SOFT, font(size))
        top += size * 11 // 8
    return top
