"""What is below the screen is laid out when it comes near; nobody notices but the browser."""

import json
from collections.abc import Callable

import pytest
from kinds import PAGES, looked_at, telling
from playwright.sync_api import Browser, Page

from tools.project import LANGUAGES

OpenPage = Callable[..., Page]

LONG_PAGE = "errors.html"
BUSY = "globalThis.requestIdleCallback = () => {}"  # the browser never has nothing else to do
# Cards and tables of which nothing has been laid out.
SKIPPED = """() =>
[...document.querySelectorAll(".snippet, .table-wrapper")]
  .filter((one) => !one.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length
"""
# What may wait, and is on the screen when the page is opened.
WAITS_IN_SIGHT = """
[...document.querySelectorAll(".snippet, .table-wrapper")]
  .filter((one) => getComputedStyle(one).contentVisibility === "auto")
  .filter((one) => one.getBoundingClientRect().top < innerHeight)
  .map((one) => one.id || one.className)
"""
LAID_OUT = "one => one.checkVisibility({ contentVisibilityAuto: true })"
ALL = f"() => ({SKIPPED})() === 0"
# Where a section begins, once nothing has moved for a while.
SETTLED = """(id) => new Promise((done) => {
  let [last, still] = [NaN, 0];
  const look = () => {
    const { top } = document.getElementById(id).getBoundingClientRect();
    still = top === last ? still + 1 : 0;
    last = top;
    if (still < 20) requestAnimationFrame(look);
    else done(top);
  };
  look();
})"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
TIMELINE = ["devtools.timeline", "disabled-by-default-devtools.timeline.stack"]


def traced(browser: Browser, page: Page, act: Callable[[], object]) -> list[dict[str, object]]:
    """Return what the browser did to style and lay out the page meanwhile."""
    browser.start_tracing(page=page, categories=TIMELINE)
    act()
    page.evaluate(PAINTED)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    return [one["args"] for one in events if one["name"] in {"UpdateLayoutTree", "Layout"}]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [LONG_PAGE, "catalogue.html"])
def test_what_is_far_below_waits(site: str, open_page: OpenPage, width: int, path: str) -> None:
    """Most cards and tables do, until they come near; on paper there is all of them."""
    page = open_page(width, 800)
    page.add_init_script(BUSY)
    page.goto(f"{site}/zh/{path}")
    page.evaluate(PAINTED)
    kept = page.locator(".snippet, .table-wrapper")
    assert page.evaluate(SKIPPED) > kept.count() / 2
    kept.last.scroll_into_view_if_needed()
    page.evaluate(PAINTED)
    assert kept.last.locator("> *").first.evaluate(LAID_OUT)
    page.emulate_media(media="print")
    page.evaluate(PAINTED)
    assert page.evaluate(SKIPPED) == 0


@pytest.mark.parametrize("path", looked_at(PAGES, *(telling(language) for language in LANGUAGES)))
def test_what_is_seen_first_does_not_wait(site: str, open_page: OpenPage, path: str) -> None:
    """A browser paints what waits without its contents first, and all below it would jump."""
    for width, height in ((1280, 800), (390, 844)):
        page = open_page(width, height)
        page.add_init_script(BUSY)
        page.goto(f"{site}/{path}")
        assert page.evaluate(WAITS_IN_SIGHT) == [], width


def test_cards_are_laid_out_soon(site: str, open_page: OpenPage) -> None:
    """Cards are, while the browser has nothing else to do, and then they stay."""
    page = open_page(390, 800)
    page.goto(f"{site}/zh/{LONG_PAGE}")
    page.wait_for_function(ALL)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.evaluate(PAINTED)
    assert page.evaluate(SKIPPED) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_a_place_far_below_is_reached_exactly(
    site: str, open_page: OpenPage, language: str, width: int
) -> None:
    """By a link and by its address, even before anything is laid out there, and by coming back."""
    page = open_page(width, 800)
    page.add_init_script(BUSY)
    address = f"{site}/{language}/{LONG_PAGE}"
    page.goto(address)
    names = page.locator("article section section").evaluate_all("all => all.map(({id}) => id)")
    far = names[-5]  # below the last ones there is no whole screen
    page.evaluate(SETTLED, far)
    page.locator(f'a[href="#{far}"]').first.evaluate("link => link.click()")
    reached = {"link": page.evaluate(SETTLED, far)}
    page.goto(f"{site}/{language}/about.html")
    page.goto(f"{address}#{far}")
    reached["address"] = page.evaluate(SETTLED, far)
    page.reload()
    reached["reload"] = page.evaluate(SETTLED, far)
    page.goto(f"{site}/{language}/about.html")
    page.go_back()
    reached["back"] = page.evaluate(SETTLED, far)
    assert {way: top for way, top in reached.items() if not 0 < top < 100} == {}


def test_nothing_waits_for_who_goes_by_keys(site: str, open_page: OpenPage) -> None:
    """What has the focus must not move when something above it is laid out."""
    page = open_page(1280, 800)
    page.add_init_script(BUSY)
    page.goto(f"{site}/zh/{LONG_PAGE}")
    assert page.evaluate(SKIPPED)
    page.keyboard.press("Tab")
    page.evaluate(PAINTED)
    assert page.evaluate(SKIPPED) == 0


def test_a_reader_who_comes_back_finds_his_place(site: str, open_page: OpenPage) -> None:
    """Though nothing names it, and what is above it is laid out later."""
    page = open_page(390, 800)
    page.goto(f"{site}/zh/{LONG_PAGE}")
    page.wait_for_function(ALL)
    names = page.locator("article section section").evaluate_all("all => all.map(({id}) => id)")
    far = names[-5]
    page.locator(f"#{far}").evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
    left = page.evaluate(SETTLED, far)
    page.reload()
    assert page.evaluate(SETTLED, far) == pytest.approx(left, abs=1)


def test_a_class_that_changes_is_no_matter_of_the_whole_page(
    site: str, browser: Browser, open_page: OpenPage
) -> None:
    """A selector for what has no class makes it one, since scripts change classes on load."""
    page = open_page(390, 800)
    page.goto(f"{site}/zh/{LONG_PAGE}")
    page.wait_for_function(ALL)
    page.evaluate(PAINTED)
    for name in ("documentElement", "body"):
        change = f"document.{name}.classList.toggle('strange'); document.body.offsetTop"
        done = traced(browser, page, lambda change=change: page.evaluate(change))  # type: ignore[misc]
        matched = sum(one.get("elementCount", 0) for one in done)  # type: ignore[misc]
        assert matched < 100, f"{name}: {matched} elements"


@pytest.mark.parametrize("path", ["index.html", LONG_PAGE])
def test_no_script_asks_for_what_is_not_laid_out_yet(
    site: str, browser: Browser, open_page: OpenPage, path: str
) -> None:
    """The browser would have to lay it all out at once; furo's asks where the sections are."""
    page = open_page(390, 800)
    done = traced(browser, page, lambda: page.goto(f"{site}/zh/{path}"))
    assert done
    asking = {
        frame["url"].rpartition("/")[2].partition("?")[0]
        for one in done
        for frame in one.get("beginData", {}).get("stackTrace", ())  # type: ignore[attr-defined]
        if frame["url"]
    }
    assert not asking & {"card.js", "home.js"}, asking
