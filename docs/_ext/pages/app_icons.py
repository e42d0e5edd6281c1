"""The site's icon as PNG, for home screens; its only source is the SVG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from pathlib import Path

APPLE = 180
"""The size, in pixels, that Apple's devices ask for."""
MANIFEST = (192, 512)
"""The sizes that a web manifest should have."""
_SIDE = 16
_BAR = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)H")
_GROUND = re.compile(r'rx="([\d.]+)" fill="(#\w+)"')


def name(size: int) -> str:
    """Return the name of an icon's file."""
    return f"icon-{size}.png"


def write(svg: Path, folder: Path) -> None:
    """Draw what the SVG draws, a rounded square with white bars, in each size."""
    text = svg.read_text(encoding="utf-8")
    ground = _GROUND.search(text)
    bars = [[float(number) for number in found] for found in _BAR.findall(text)]
    if ground is None or not bars:
        raise ValueError(f"{svg}: expected a square with rx and fill, and bars as paths")
    radius, colour = float(ground[1]), ground[2]
    for size in (APPLE, *MANIFEST):
        unit = size / _SIDE
        image = Image.new("RGBA", (size, size))
        pen = ImageDraw.Draw(image)
        pen.rounded_rectangle((0, 0, size - 1, size - 1), radius * unit, colour)
        for left, top, width, height in bars:
            right, bottom = left + width, top + height
            corners = (left * unit, top * unit, right * unit - 1, bottom * unit - 1)
            pen.rectangle(corners, "#fff")
        image.save(folder / name(size))
