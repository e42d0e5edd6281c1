"""What a page costs: bytes, requests, fonts, and shifts of its layout, a player's included."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kinds import PAGES, looked_at, telling
from playwright.sync_api import Locator, Page, Request, expect

from pages.theme_style import ABSENT
from tools.project import HERE, LANGUAGES

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]

BYTES = 56_500  # packed with gzip, without headers; 4 KB of it are the list of 63 pages
LEVELS = 58_500  # the same, of the page that has the code of 34 programs
CHALLENGES = 60_000  # the same, of the page that has 29 programs and their solutions
BOARD = 8_000  # the same, of what "Choose who runs next" asks for
REQUESTS = 14
WATCH = """
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const { startTime, value, sources } of list.getEntries())
    shifts.push([startTime, value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 99))]);
}).observe({ type: "layout-shift", buffered: true });
"""
# A busy machine paints what is parsed so far, and the header's words move as its buttons arrive.
SHIFTS = """
const { domInteractive } = performance.getEntriesByType("navigation")[0];
shifts.filter(([time, value]) => time > domInteractive && value > 0.0005)
"""
# What moves because the reader has just pressed something is no surprise.
SURPRISES = """
new Promise((done) => new PerformanceObserver((list) =>
  done(list.getEntries().filter((one) => !one.hadRecentInput).map(({ value }) => value)),
).observe({ type: "layout-shift", buffered: true }) || setTimeout(done, 500, []))
"""
# Scripts that the page waits for; those that another script has added are none.
HOLDING = """
[...document.scripts].filter((one) => one.src && !one.defer && !one.async).map(({ src }) => src)
"""
# Deferred scripts have run by then, and what they changed has been painted.
PAINTED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
SIZES = """
["navigation", "resource"]
  .flatMap((type) => performance.getEntriesByType(type))
  .map(({ name, encodedBodySize }) => [name.split("/").at(-1), encodedBodySize])
"""


def allowed(page: str) -> int:
    """Return what a page may weigh, by its name."""
    return {"practice": LEVELS, "challenges": CHALLENGES}.get(page, BYTES)


def test_every_page_is_light(site: str) -> None:
    """With all that it names itself, whatever a browser would make of it."""
    assert site
    heavy = {}
    for path in PAGES:
        page = HERE.site / path
        html = page.read_text("utf-8")
        named = re.findall(r'<(?:script[^>]* src|link rel="stylesheet"[^>]* href)="([^"?]+)', html)
        files = [page, *(page.parent / name for name in dict.fromkeys(named))]
        size = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        if size > allowed(page.stem):
            heavy[path] = size
    assert heavy == {}


def test_no_page_has_what_the_style_leaves_out(site: str) -> None:
    """The theme's style is loaded without the parts for these classes."""
    assert site
    texts = {path: (HERE.site / path).read_text("utf-8") for path in PAGES}
    classes = {
        path: " ".join(re.findall(r' class="([^"]*)"', text)) for path, text in texts.items()
    }
    found = {path: ABSENT & {*names.split()} for path, names in classes.items()}
    assert {path: names for path, names in found.items() if names} == {}
    described = re.compile(r'<dl(?! class="(?:simple|glossary))')
    assert [path for path, text in texts.items() if described.search(text)] == []


@pytest.mark.parametrize("path", looked_at(PAGES, *(telling(language) for language in LANGUAGES)))
def test_a_page_is_light_and_stands_still(site: str, open_page: OpenPage, path: str) -> None:
    """On a phone and on a desk; that nothing comes from another host is `open_page`'s to see."""
    for width in (390, 1280):
        kinds: list[str] = []

        def note(request: Request, kinds: list[str] = kinds) -> None:
            kinds.append(request.resource_type)

        page = open_page(width)
        page.on("request", note)
        page.add_init_script(WATCH)
        page.goto(f"{site}/{path}")
        page.evaluate(PAINTED)
        sizes = page.evaluate(SIZES)
        assert all(size > 0 for _, size in sizes)
        assert sum(size for _, size in sizes) <= allowed(Path(path).stem), sizes
        assert len(kinds) <= REQUESTS
        assert "font" not in kinds
        assert page.evaluate(HOLDING) == [], "they hold up the first paint"
        assert page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_an_open_player_moves_nothing_by_surprise(open_card: OpenCard, width: int) -> None:
    """Neither when it is opened nor with any of its turns."""
    card = open_card(width=width)
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_be_visible()
    for button in ("next", "next", "last", "first", "close"):
        card.locator(f".player-{button}").click()
        card.page.evaluate(PAINTED)
    assert card.page.evaluate(SURPRISES) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_board_is_light(site: str, language: str) -> None:
    """What comes when a reader first asks for his turn; a server packs it as it packs all texts."""
    assert site
    boards = [*(HERE.site / language / "_static" / "recordings").glob("*--board.js")]
    assert boards, "no program has a board"
    sizes = {board.name: len(gzip.compress(board.read_bytes(), 6)) for board in boards}
    assert {name: size for name, size in sizes.items() if size > BOARD} == {}
