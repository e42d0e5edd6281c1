"""Colours with a meaning: seen on each ground, and the same wherever they are met."""

import re
from pathlib import Path

import pytest

from pages import colours
from pages.bundles import SOURCES
from tools.building import root_pages
from turns.drawing.standalone import _THEMES

ROOT = Path(root_pages.__file__).parent / "root"
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


def declared(theme: str) -> dict[str, str]:
    """Return the colours of a theme."""
    return {name: getattr(pair, theme) for name, pair in colours.named().items()}


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
    found = declared(theme)
    grounds = [found[f"color-{ground}"] for ground in GROUNDS]
    for least, names in ((4.5, TEXTS), (3.0, DRAWN)):
        low = {
            name: contrast(found[name], ground)
            for name in names
            for ground in grounds
            if contrast(found[name], ground) < least
        }
        assert low == {}


def test_each_stands_once() -> None:
    """Styles ask for a colour by its name; what they say beside that is for where no page is."""
    again = {}
    for path in [*SOURCES.rglob("*.css"), *ROOT.rglob("*.css")]:
        style = re.sub(r"light-dark\([^)]*\)|var\([^)]*\)", "", path.read_text("utf-8"))
        written = set(re.findall(r"(?<![\w-])#[0-9a-f]{3,8}\b", style))
        if more := {one for one in written if len(one) in {4, 7}}:
            again[path.name] = more
    assert again == {}


STYLE = """/* body; */
body {
  --one: light-dark(#fff, #101516); /* a; b */
  --same: 1px;
  --two: light-dark(#d9eff1, #10363c);
}

p {
  color: var(--one);
}
"""


def test_a_theme_is_chosen_by_the_reader_or_the_system() -> None:
    """In both cases the same one; what is light alone is the style as it was."""
    dark = "--one: #101516;--two: #10363c;"
    made = colours.themed(STYLE)
    assert "light-dark" not in made
    assert f'body[data-theme="dark"] {{{dark}}}' in made
    assert f'dark) {{body:not([data-theme="light"]) {{{dark}}}}}' in made
    assert "--one: #fff;" in made
    assert made.count("--same") == made.count("p {") == 1
    assert "--two: #d9eff1;" in colours.light(STYLE)


def test_a_page_by_itself_has_the_colours_that_it_asks_for() -> None:
    """And no others; e-readers have all."""
    assert colours.asked_for("p { color: var(--color-now); }", ":root") == (
        ":root {\n  --color-now: light-dark(#d9eff1, #10363c);\n}\n"
    )
    assert all(
        f"--{name}: {pair.dark};" in colours.dark() for name, pair in colours.named().items()
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_that_stand_alone_have_the_same(theme: str) -> None:
    """What `turns draw` writes looks like the page."""
    found = declared(theme)
    assert _THEMES[theme] == {
        name: found[SAME.get(name, f"color-{name}")] for name in _THEMES[theme]
    }


def test_fallbacks_are_the_light_ones() -> None:
    """Where no page sets colours, what is drawn has those of the light theme."""
    light = declared("light")
    drawing = SOURCES.parents[1] / "turns/drawing/picture.css"
    style = "".join(path.read_text("utf-8") for path in [drawing, *SOURCES.rglob("*.css")])
    found = set(re.findall(r"var\(--color-([\w-]+), (#[0-9a-f]+)\)", style))
    assert found == {(name, light[SAME.get(name, f"color-{name}")]) for name, _ in found}
    assert {name for name, _ in found} >= SAME.keys()
