"""The colours of pictures beside links, and the marks in them.

They are those of the site's dark theme. Pictures are drawn in shades, in a third of the time that
colours take: from the ground to the colour of who runs to white; each mark has a few of its own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from pages import colours
from pages.share.text import font, width

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUND, LANE, RUNS, SOFT, WHITE = 0, 30, 80, 128, 159
"""Shades."""


def _rgb(name: str) -> tuple[int, int, int]:
    """Return a colour of the dark theme."""
    red, green, blue = bytes.fromhex(colours.named()[name].dark[1:])
    return red, green, blue


PAINTED = {
    GROUND: _rgb("color-background-primary"),
    RUNS: _rgb("color-brand-content"),
    WHITE: (0xFF, 0xFF, 0xFF),
}
"""What they are painted in; those between are mixed."""
COLOURS = {
    "program": _rgb("mark-program"),
    "documented": _rgb("mark-documented"),
    "clock": _rgb("mark-clock"),
    "queue": _rgb("mark-queue"),
    "nobody": _rgb("mark-nobody"),
    "unknown": _rgb("color-foreground-secondary"),
}
"""Those of the marks, in red, green, blue."""
_STEPS = 16
"""Shades of each."""
_SIDE = 12
"""A shape is drawn in a square of so many units, and each of them in so many pixels at first."""
_FINE = 16


def shade(key: str) -> int:
    """Return the shade of a mark's colour itself."""
    return WHITE + _STEPS * (1 + [*COLOURS].index(key))


def palette() -> Iterator[tuple[int, int, int]]:
    """Yield the colours of all shades."""
    for step in range(WHITE + 1):
        low, high = (GROUND, RUNS) if step <= RUNS else (RUNS, WHITE)
        yield _mixed(PAINTED[low], PAINTED[high], (step - low) / (high - low))
    for colour in COLOURS.values():
        for step in range(_STEPS):
            yield _mixed(PAINTED[GROUND], colour, step / (_STEPS - 1))


def _mixed(
    start: tuple[int, int, int], end: tuple[int, int, int], share: float
) -> tuple[int, int, int]:
    red, green, blue = (
        round(one + share * (other - one)) for one, other in zip(start, end, strict=True)
    )
    return red, green, blue


@cache
def mark(key: str, word: str, size: int) -> Image.Image:
    """Return a mark in its colour, its shape and its word, as high as a line of that size."""
    up, down = font(size).getmetrics()
    side = up * 2 // 3
    image = Image.new("L", (side * 4 // 3 + round(width(word, size)) + 1, up + down))
    image.paste(_shape(key).resize((side, side), Image.Resampling.BOX), (0, up - side + 2))
    ImageDraw.Draw(image).text((side * 4 // 3, 0), word, 255, font(size))
    first = shade(key) - _STEPS + 1
    return image.point([first + level * _STEPS // 256 for level in range(256)])


def _shape(key: str) -> Image.Image:
    """Return the shape of a mark, large; it is that which cards show."""
    image = Image.new("L", (_SIDE * _FINE, _SIDE * _FINE))
    pen = ImageDraw.Draw(image)

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
        return (left * _FINE, top * _FINE, right * _FINE - 1, bottom * _FINE - 1)

    def line(*points: float) -> None:
        pen.line([one * _FINE for one in points], 255, width=_FINE * 3 // 2, joint="curve")

    match key:
        case "program":
            pen.rectangle(box(1, 1, 11, 11), 255)
        case "documented":
            line(2.2, 1, 7.2, 1, 9.8, 3.6, 9.8, 11, 2.2, 11, 2.2, 0.4)
            line(4.2, 5.6, 7.8, 5.6)
            line(4.2, 8.2, 7.8, 8.2)
        case "clock":
            pen.ellipse(box(0.4, 0.4, 11.6, 11.6), outline=255, width=_FINE * 3 // 2)
            line(6, 2.8, 6, 6, 8.4, 7.5)
        case "queue":
            for top in (1, 4.8, 8.6):
                pen.rectangle(box(1, top, 11, top + 2.4), 255)
        case "nobody":
            for x, y in ((2.2, 2.2), (9.8, 2.2), (6, 6), (2.2, 9.8), (9.8, 9.8)):
                pen.ellipse(box(x - 1.7, y - 1.7, x + 1.7, y + 1.7), 255)
        case _:
            pen.arc(box(2.6, 0.6, 9.4, 7.4), 180, 450, 255, _FINE * 3 // 2)
            line(6, 6.6, 6, 8.6)
            line(6, 10, 6, 11.8)
    return image
