"""Colours with a meaning: seen on each ground, and the same wherever they are met."""

import re

import pytest

from pages.bundles import SOURCES
from turns.drawing.standalone import _THEMES

GROUNDS = ("background-primary", "background-secondary", "now")
TEXTS = (
    *("mark-program", "mark-documented", "mark-clock", "mark-queue", "mark-nobody"),
    *("color-failed", "color-brand-content", "color-brand-visited"),
    *("color-foreground-primary", "color-foreground-secondary"),
)
DRAWN = ("color-foreground-border", "color-foreground-muted")
SAME = {
    "failed": "color-failed",
    "running": "color-brand-content",
    "ready": "mark-queue",
    "timer": "mark-clock",
    "done": "mark-program",
    "cancelled": "color-foreground-secondary",
}
"""Names in pictures that stand alone, and in pages."""


def declared(theme: str) -> list[dict[str, str]]:
    """Return the colours of a theme; of the dark one twice: as chosen, and as the system has it."""
    style = "".join(
        (SOURCES / "site" / f"{name}.css").read_text("utf-8") for name in ("ground", "colours")
    )
    starts = ('body[data-theme="dark"] {', 'body:not([data-theme="light"]) {')
    found = []
    for start in ("\nbody {",) if theme == "light" else starts:
        blocks = re.findall(re.escape(start) + r"([^}]*)\}", style)
        pairs = re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", "".join(blocks))
        found.append(dict(pairs))
    return found


def luminance(colour: str) -> float:
    """Return how bright a colour is, as WCAG has it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_is_seen_on_each_ground(theme: str) -> None:
    """Text by 4.5 : 1, what is drawn by 3 : 1."""
    for colours in declared(theme):
        grounds = [colours[f"color-{ground}"] for ground in GROUNDS]
        for least, names in ((4.5, TEXTS), (3.0, DRAWN)):
            low = {
                name: contrast(colours[name], ground)
                for name in names
                for ground in grounds
                if contrast(colours[name], ground) < least
            }
            assert low == {}


def test_a_chosen_theme_is_that_of_the_system() -> None:
    """The dark theme is written twice, as CSS has no other way."""
    chosen, system = declared("dark")
    assert chosen == system


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_that_stand_alone_have_the_same(theme: str) -> None:
    """What `turns draw` writes looks like the page."""
    colours = declared(theme)[0]
    assert {name: _THEMES[theme][name] for name in SAME} == {
        name: colours[there] for name, there in SAME.items()
    }


def test_fallbacks_are_the_light_ones() -> None:
    """Where no page sets colours, pictures have those of the light theme."""
    light = declared("light")[0]
    style = (SOURCES.parents[1] / "turns/drawing/picture.css").read_text("utf-8")
    found = dict(re.findall(r"var\(--color-([\w-]+), (#[0-9a-f]+)\)", style))
    assert {name: found[name] for name in SAME} == {
        name: light[there] for name, there in SAME.items()
    }
