"""axe-core on every page, in both themes, with all open that can be, and a question answered."""

from collections.abc import Callable, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import PAGES, looked_at, telling
from playwright.sync_api import Page, expect

from tools.project import LANGUAGES

OpenPage = Callable[..., Page]

ROOT_PAGES = ["index.html", "404.html"]


# What axe-core knows of WCAG up to 2.2 and of good practice, the size of targets included.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Presses whatever says that it opens something, and what that brings, once each.
OPEN = """async () => {
  const CLOSED = "[aria-expanded=false]:not([role=combobox]), details:not([open]) > summary";
  const pressed = new Set();
  const closed = () =>
    [...document.querySelectorAll(CLOSED)]
      .find((one) => !pressed.has(one) && one.checkVisibility({ visibilityProperty: true }));
  for (let one; (one = closed()); pressed.add(one)) {
    one.click();
    const end = performance.now() + 5000;
    while (one.ariaExpanded === "false" && performance.now() < end)
      await new Promise((done) => setTimeout(done, 20));
  }
}"""
# One popover of each kind: they differ in their words, and only one is open at a time.
POPOVERS = """() => {
  const all = [...document.querySelectorAll("[popovertarget]")].filter((one) => one.offsetParent);
  const pairs = all.map((one) => [one.className, one.getAttribute("popovertarget")]);
  return [...new Map(pairs).values()];
}"""


def found(page: Page, context: str | None = None, rules: Sequence[str] = TAGS) -> list[str]:
    """Return what axe-core finds wrong: the rule and the first element that breaks it."""
    options = {
        "resultTypes": ["violations"],
        "runOnly": rules,
        "rules": {"target-size": {"enabled": rules is TAGS}},  # it leaves that out by default
    }
    violations = Axe().run(page, context, options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in violations]


def show_all(page: Page) -> None:
    """Open all levels, answer the page's questions, the first by a try, and open all that opens."""
    page.evaluate("document.querySelectorAll('[data-level]').forEach((one) => (one.open = true))")
    check = page.locator(".predict-check")
    if check.count():
        for answer in page.locator(".snippet-predict").first.locator("input").all()[:1]:
            answer.check()
        check.first.click()
        expect(page.locator(".predict-verdict")).to_be_visible()
    show = page.locator(".predict-show:visible")
    while show.count():
        show.first.click()
    page.evaluate(OPEN)


def found_in_popovers(page: Page) -> list[str]:
    """Return what is wrong in popovers, each while it is open."""
    wrong = []
    for ident in page.evaluate(POPOVERS):
        page.evaluate("id => document.getElementById(id).showPopover()", ident)
        wrong += found(page, context=f"#{ident}")
        page.evaluate("id => document.getElementById(id).hidePopover()", ident)
    return wrong


# Both languages have the same elements in the same colours; words alone seldom break anything.


@pytest.mark.parametrize(
    "path",
    [
        *(pytest.param(path, marks=pytest.mark.slow) for path in ROOT_PAGES),
        *looked_at(PAGES, telling("en")),
    ],
)
def test_no_violation(site: str, open_page: OpenPage, path: str) -> None:
    """Neither in a question nor with all that can be opened; of colours, in both themes."""
    page = open_page(reduced_motion="reduce", locale="en")
    page.goto(f"{site}/{path}")
    wrong = (
        found(page, context=".snippet-predict") if page.locator(".snippet-predict").count() else []
    )
    show_all(page)
    wrong += found(page) + found_in_popovers(page)
    page.emulate_media(color_scheme="dark")
    wrong += found(page, rules=["color-contrast"])
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("path", ["en/index.html", "en/cards.html"])
def test_no_violation_on_a_phone(site: str, open_page: OpenPage, path: str) -> None:
    """What is laid out differently there is in reach of a finger, too."""
    page = open_page(390, reduced_motion="reduce")
    page.goto(f"{site}/{path}")
    show_all(page)
    assert found(page) + found_in_popovers(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["await", "qqqqqq"])
def test_no_violation_in_the_search(
    site: str, open_page: OpenPage, language: str, query: str
) -> None:
    """With results or without, in the list below the box and on the page; in both themes."""
    page = open_page(reduced_motion="reduce")
    page.goto(f"{site}/{language}/search.html?q={query}")
    expect(page.locator(".search-results > li, .search-status a").first).to_be_visible()
    page.locator(".sidebar-search").fill(query)
    expect(page.locator(".search-panel")).to_be_visible()
    page.keyboard.press("ArrowDown")
    wrong = found(page)
    page.emulate_media(color_scheme="dark")
    wrong += found(page, rules=["color-contrast"])
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_that_run_can_be_read(site: str, open_page: OpenPage, scheme: str) -> None:
    """With their numbers: those of the home page, which moves by itself, and those of a card."""
    page = open_page(color_scheme=scheme)
    page.goto(f"{site}/en/index.html")
    expect(page.locator(".living .player-line.ran").first).to_be_visible()
    page.locator(".living-buttons > button").first.click()
    wrong = found(page, context=".living", rules=["color-contrast"])
    page.goto(f"{site}/en/event-loop/index.html")
    page.locator(".snippet-step").first.click()
    expect(page.locator(".snippet .player-line.ran").first).to_be_visible()
    wrong += found(page, context=".snippet", rules=["color-contrast"])
    assert wrong == []
