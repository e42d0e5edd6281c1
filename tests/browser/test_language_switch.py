"""The language switch, used as a reader uses it."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

PAGE = "event-loop/one-pass.html"
SWITCHES = {"sidebar": (1280, ".sidebar-sticky"), "header": (390, ".mobile-header")}

# The section is where the reader looks; furo scrolls there smoothly.
IS_AT_TOP = """id => {
  const { top } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && top < 200;
}"""

OpenPage = Callable[..., Page]


def second_section(page: Page) -> str:
    """Return the id of a section that the reader has to scroll to."""
    return page.locator("#furo-main-content section section").nth(1).get_attribute("id") or ""


@pytest.mark.slow
@pytest.mark.parametrize("place", SWITCHES)
@pytest.mark.parametrize(("here", "there"), [("zh", "en"), ("en", "zh")])
def test_a_click_keeps_page_and_section(
    site: str, open_page: OpenPage, place: str, here: str, there: str
) -> None:
    """On a desktop and on a phone: the same page, the same section, and back again."""
    width, where = SWITCHES[place]
    page = open_page(width)
    page.goto(f"{site}/{here}/{PAGE}")
    section = second_section(page)
    page.goto(f"{site}/{here}/{PAGE}#{section}")
    for language in (there, here):
        page.locator(f"{where} .language-switch").click()
        page.wait_for_url(f"{site}/{language}/{PAGE}#{section}")
        page.wait_for_function(IS_AT_TOP, arg=section)


CARDS = "cards.html"
CARD = "cards-two-kettles"


@pytest.mark.slow
def test_a_click_keeps_the_turn(site: str, open_page: OpenPage) -> None:
    """The player's address is kept: as it was opened, and as it became by stepping."""
    page = open_page()
    page.goto(f"{site}/en/{CARDS}#{CARD}:turn-1")
    switch = page.locator(".sidebar-sticky .language-switch")
    page.locator(f"#{CARD} .player-told").wait_for()
    page.locator(f"#{CARD} .player-next").click()
    page.wait_for_url(f"{site}/en/{CARDS}#{CARD}:turn-2")
    for language in ("zh", "en"):
        switch.click()
        page.wait_for_url(f"{site}/{language}/{CARDS}#{CARD}:turn-2")
        page.locator(f"#{CARD} .player-told").wait_for()


@pytest.mark.parametrize("state", ["run-abc:turn-5", "play", "goal-2", "if-1:turn-3"])
def test_what_a_card_shows_is_kept(site: str, open_page: OpenPage, state: str) -> None:
    """Whatever follows the card's name and a colon."""
    page = open_page()
    page.goto(f"{site}/en/{CARDS}")
    page.evaluate(f"history.replaceState(null, '', '#{CARD}:{state}')")
    switch = page.locator(".sidebar-sticky .language-switch")
    switch.focus()
    assert switch.evaluate("link => link.hash") == f"#{CARD}:{state}"


def test_a_click_keeps_the_query(site: str, open_page: OpenPage) -> None:
    """Of the page of results, as it was typed last."""
    page = open_page()
    page.goto(f"{site}/en/search.html?q=gather")
    page.locator(".search-results > li").first.wait_for()
    page.locator(".search-query").fill("sleep")
    page.wait_for_url(f"{site}/en/search.html?q=sleep")
    page.locator(".sidebar-sticky .language-switch").click()
    page.wait_for_url(f"{site}/zh/search.html?q=sleep")


@pytest.mark.slow
def test_it_follows_the_reader_who_scrolls(site: str, open_page: OpenPage) -> None:
    """Without a section in the address, the one being read counts."""
    page = open_page(1600)
    page.goto(f"{site}/zh/{PAGE}")
    section = second_section(page)
    page.locator(f"#{section} > h2").evaluate("heading => heading.scrollIntoView()")
    page.wait_for_selector(f'.toc-tree li.scroll-current > a[href="#{section}"]')
    page.locator(".sidebar-sticky .language-switch").click()
    page.wait_for_url(f"{site}/en/{PAGE}#{section}")


@pytest.mark.slow
def test_a_section_that_the_reader_left_is_forgotten(site: str, open_page: OpenPage) -> None:
    """The address still names a section, but the reader went back to the top of the page."""
    page = open_page()
    page.goto(f"{site}/zh/{PAGE}")
    section = second_section(page)
    page.goto(f"{site}/zh/{PAGE}#{section}")
    page.wait_for_function(IS_AT_TOP, arg=section)
    page.evaluate("""() => new Promise(resolve => {
      addEventListener("scrollend", resolve, { once: true });
      scrollTo({ top: 0, behavior: "instant" });
    })""")
    page.locator(".sidebar-sticky .language-switch").click()
    page.wait_for_url(f"{site}/en/{PAGE}")


def test_it_works_without_javascript(site: str, open_page: OpenPage) -> None:
    """The link itself leads to the same page."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/en/{PAGE}")
    page.locator(".sidebar-sticky .language-switch").click()
    page.wait_for_url(f"{site}/zh/{PAGE}")


def test_it_works_with_the_keyboard(site: str, open_page: OpenPage) -> None:
    """Focus is visible, and Enter follows the link to the section."""
    page = open_page()
    page.goto(f"{site}/zh/{PAGE}")
    section = second_section(page)
    page.goto(f"{site}/zh/{PAGE}#{section}")
    switch = page.locator(".sidebar-sticky .language-switch")
    page.locator(".sidebar-brand").focus()
    page.keyboard.press("Tab")
    assert switch.evaluate("link => link === document.activeElement")
    assert switch.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/en/{PAGE}#{section}")


@pytest.mark.slow
def test_every_switch_leads_somewhere(site: str, open_page: OpenPage) -> None:
    """Home, chapters and the search page: no switch ends in a 404."""
    page = open_page()
    for path in ("index.html", "event-loop/index.html", "search.html"):
        page.goto(f"{site}/zh/{path}")
        href = page.locator(".sidebar-sticky .language-switch").evaluate("link => link.href")
        assert urlsplit(href).path == urlsplit(f"{site}/en/{path}").path
        response = page.goto(href)
        assert response is not None
        assert response.ok


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_is_wider_than_the_screen(
    site: str, open_page: OpenPage, language: str, width: int
) -> None:
    """Wide code and tables scroll inside their frames; the header stays in one line."""
    page = open_page(width)
    for path in ("index.html", PAGE):
        page.goto(f"{site}/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") == width
    if width == 390:
        header = page.locator(".mobile-header .language-switch").bounding_box()
        assert header is not None
        assert header["x"] + header["width"] < width


# Relative luminance and contrast as WCAG 2.2 defines them, over every piece of text in code.
CONTRASTS = """() => {
  const luminance = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = element => {
    const colour = getComputedStyle(element).backgroundColor;
    return /, 0\\)$/.test(colour) ? paper(element.parentElement) : colour;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!element.closest(".highlight pre") || !texts.currentNode.data.trim()) continue;
    const [a, b] = [getComputedStyle(element).color, paper(element)].map(luminance);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    found.push([ratio, element.className, texts.currentNode.data]);
  }
  return found;
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_code_has_contrast(site: str, open_page: OpenPage, theme: str) -> None:
    """Every token has 4.5:1 on its paper, emphasized lines included (WCAG AA)."""
    page = open_page(color_scheme=theme)
    page.goto(f"{site}/en/{PAGE}")
    found = page.evaluate(CONTRASTS)
    assert len(found) > 20
    assert [text for text in found if text[0] < 4.5] == []
