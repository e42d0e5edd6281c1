"""Small screens, all enlarged: nothing is lost."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Comment
from kinds import looked_at, telling
from playwright.sync_api import Page
from test_access import PAGES, ROOT_PAGES, show_all

from tools.project import HERE, LANGUAGES

OpenPage = Callable[..., Page]

# Of all that may scroll sideways: what it is, its ground, what covers the shades, how these move.
EDGES = """() => [...document.querySelectorAll("article :is(.highlight, pre)")].flatMap((one) => {
  const { overflowX, backgroundImage, backgroundAttachment } = getComputedStyle(one);
  if (overflowX !== "auto" || !one.checkVisibility()) return [];
  const colours = [];
  for (let node = one; node; node = node.parentElement) {
    colours.push(getComputedStyle(node).backgroundColor);
  }
  const ground = colours.find((colour) => !colour.endsWith(", 0)"));
  const [cover] = backgroundImage.match(/rgba?\\(.*?\\)/) ?? [];
  return [[one.classList[0] ?? "pre", ground, cover, backgroundAttachment]];
})"""
MOVING = "local, local, scroll, scroll"

AT_TOP = """name => {
  const { top } = document.getElementById(name).getBoundingClientRect();
  return top > 0 && top < 100;
}"""
# Code is code, and what is drawn is told in the description of the picture.
OPAQUE = "title, script, style, code, svg, .highlight"

# What reaches out of the page, and what is cut off: an element that hides what does not fit in it,
# unless it is hidden itself, or so on purpose (one pixel, for those who have a page read out).
LOST = """() => {
  const lost = [];
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) lost.push(`the page is ${page.scrollWidth} px wide`);
  for (const one of document.querySelectorAll("article *, .mobile-header *")) {
    const { overflowX, visibility } = getComputedStyle(one);
    if (!["hidden", "clip"].includes(overflowX) || visibility === "hidden") continue;
    if (one.closest("svg, input") || one.clientWidth <= 1) continue; // or read on
    if (one.scrollWidth > one.clientWidth + 1) lost.push(`${one.tagName} ${one.className} is cut`);
  }
  return lost;
}"""


@pytest.mark.parametrize(
    "path", [*ROOT_PAGES, *looked_at(PAGES, *(telling(language) for language in LANGUAGES))]
)
def test_nothing_is_lost_on_a_small_screen(site: str, open_page: OpenPage, path: str) -> None:
    """At 320 pixels, and at 640: a screen of 1280 on which all is enlarged twice."""
    page = open_page(320, 640, reduced_motion="reduce", locale="en")
    page.goto(f"{site}/{path}")
    show_all(page)
    lost = page.evaluate(LOST)
    page.set_viewport_size({"width": 640, "height": 400})
    lost += page.evaluate(LOST)
    assert lost == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_scrolls_sideways_shows_it(site: str, open_page: OpenPage, scheme: str) -> None:
    """A shade at its edges is covered by what scrolls, which has the colour of the ground."""
    page = open_page(390, 844, color_scheme=scheme)
    page.goto(f"{site}/en/style.html")
    edges = page.evaluate(EDGES)
    assert {name for name, *_ in edges} == {"pre", "snippet-lines", "highlight"}
    assert [edge for edge in edges if edge[1] != edge[2] or edge[3] != MOVING] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_the_site_is_whole(site: str, open_page: OpenPage, language: str) -> None:
    """On small phones, and on one on which all is enlarged twice."""
    page = open_page(390, 640)
    page.goto(f"{site}/{language}/about.html")
    for width in (390, 360, 320, 280, 195):
        page.set_viewport_size({"width": width, "height": 640})
        lost = page.evaluate(LOST)
        inside = page.locator(".mobile-header .brand").evaluate(
            """brand => {
              const box = brand.getBoundingClientRect();
              const header = brand.closest("header").getBoundingClientRect();
              return box.top >= header.top && box.bottom <= header.bottom;
            }"""
        )
        assert (lost, inside) == ([], True), width


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_a_place_that_is_asked_for_is_where_the_page_goes(
    site: str, open_page: OpenPage, width: int
) -> None:
    """By an address and by a link on the page, though drawings above it are drawn later."""
    page = open_page(width, 800)
    for path in ("en/scheduling/many-tasks.html", "zh/await/threads-and-processes.html"):
        page.goto(f"{site}/{path}")
        names = page.locator("article section section").evaluate_all("all => all.map(({id}) => id)")
        name = names[len(names) // 2]  # below the last ones there may not be a whole screen
        page.evaluate("name => (location.hash = name)", name)
        page.wait_for_function(AT_TOP, arg=name)
        page.goto("about:blank")
        page.goto(f"{site}/{path}#{name}")
        page.wait_for_function(AT_TOP, arg=name)


@pytest.mark.slow
def test_what_is_in_the_other_language_says_so(site: str) -> None:
    """No Chinese on an English page, and no English sentence on a Chinese one, without `lang`."""
    assert site
    for path in PAGES:
        page = BeautifulSoup((HERE.site / path).read_text("utf-8"), "html.parser")
        for one in page.select(OPAQUE):
            one.decompose()
        for text in page.find_all(string=True):
            if isinstance(text, Comment):
                continue
            tag = next((str(one["lang"]) for one in text.parents if one.get("lang")), "")
            if re.search(r"[\u3400-\u9fff]", text):
                assert tag.startswith("zh"), (path, text)
            elif len(re.findall(r"[A-Za-z_]{2,}", text)) > 3:  # a name is one word
                assert tag == "en", (path, text)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_drawings_have_the_colours_that_are_forced(
    site: str, open_page: OpenPage, theme: str
) -> None:
    """Whatever the theme is, or dark lines would lie on a dark ground."""
    page = open_page(forced_colors="active", color_scheme="dark")
    page.goto(f"{site}/en/cards.html")
    page.evaluate("theme => { document.body.dataset.theme = theme; }", theme)
    drawn, lane, written = page.evaluate(
        """() => [
          getComputedStyle(document.querySelector(".picture-drawing .sign")).stroke,
          getComputedStyle(document.querySelector(".picture-drawing .lane")).stroke,
          getComputedStyle(document.querySelector("article")).color,
        ]"""
    )
    assert drawn == written
    assert lane != "rgb(0, 0, 0)"
