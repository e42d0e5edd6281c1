"""The search: finds the right page, as you type and on its page, with the keyboard, from a disk."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from project import HERE

OpenPage = Callable[..., Page]

QUERIES = tomllib.loads(Path(__file__).with_name("search_queries.toml").read_text("utf-8"))
AMONG = 5
"""The right page is among the first so many results …"""
SHARE = 0.95
"""… for so much of the queries."""
ENGINE = """() => new Promise((resolve) => {
  globalThis.searchIndex = (...data) => resolve(void (window.engine = new SiteSearch.Search(...data)));
  const script = document.createElement("script");
  script.src = "_static/search-index.js";
  document.head.append(script);
})"""
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@LANGUAGES
def test_the_right_page_is_among_the_first(site: str, open_page: OpenPage, language: str) -> None:
    """Phrases without spaces, names of functions, stems, and words with a mistake."""
    page = open_page()
    page.goto(f"{site}/{language}/index.html")
    page.evaluate(ENGINE)
    missed = {}
    for query, pages in QUERIES[language].items():
        found = page.evaluate(
            "([q, n]) => engine.find(q, n).map((one) => one.address)", [query, AMONG]
        )
        if not {f"{one}.html" for one in pages.split("|")} & set(found):
            missed[query] = found
    assert len(missed) <= (1 - SHARE) * len(QUERIES[language]), missed


@LANGUAGES
def test_results_come_while_typing(site: str, open_page: OpenPage, language: str) -> None:
    """They say the section, mark the hit, and the keyboard leads there; below a sub-path, too."""
    page = open_page()
    page.goto(f"{site}/{language}/await/index.html")
    page.keyboard.press("/")
    box = page.locator(".sidebar-search")
    expect(box).to_be_focused()
    page.keyboard.type({"zh": "gather结果", "en": "gather result"}[language])
    options = page.locator(".search-panel [role=option]")
    expect(options.first).to_be_visible()
    expect(options.first.locator("mark").first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    page.keyboard.type(" ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/{language}/scheduling/many-tasks.html*")


@LANGUAGES
def test_enter_leads_to_the_page_of_results(site: str, open_page: OpenPage, language: str) -> None:
    """It has the query in its address, sections with marked excerpts, and is updated in place."""
    page = open_page()
    page.goto(f"{site}/{language}/index.html")
    page.locator(".sidebar-search").fill("create_task")
    page.locator(".sidebar-search").press("Enter")
    page.wait_for_url(f"{site}/{language}/search.html?q=create_task")
    results = page.locator(".search-results > li")
    expect(results.first.locator("mark").first).to_be_visible()
    assert results.count() > 3
    page.locator(".search-query").fill("TaskGroup")
    page.wait_for_url("**/search.html?q=TaskGroup")
    expect(results.first).to_contain_text("TaskGroup")
    results.first.locator("a").click()
    page.wait_for_url(f"{site}/{language}/scheduling/many-tasks.html*")


@LANGUAGES
def test_nothing_found_says_what_to_do(site: str, open_page: OpenPage, language: str) -> None:
    """The query is named, and a link leads to the glossary."""
    page = open_page()
    page.goto(f"{site}/{language}/search.html?q=qqqqqq")
    status = page.locator(".search-status")
    expect(status).to_contain_text("qqqqqq")
    status.locator("a").click()
    page.wait_for_url(f"{site}/{language}/glossary.html")


def test_what_is_typed_is_text(site: str, open_page: OpenPage) -> None:
    """A query is never taken for HTML."""
    page = open_page()
    page.goto(f"{site}/en/search.html?q=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(page.locator(".search-status")).to_contain_text("results")
    assert page.locator("#search-page img").count() == 0


@pytest.mark.usefixtures("site")
def test_it_works_from_a_disk(browser: Browser) -> None:
    """A page that was opened as a file is searched, too."""
    page = browser.new_page()
    page.goto((HERE.site / "zh" / "search.html").as_uri() + "?q=就绪队列")
    expect(page.locator(".search-results > li").first).to_contain_text("就绪队列")
    page.close()


def test_a_missing_index_is_reported(site: str, open_page: OpenPage) -> None:
    """The reader is told, and typing tries again."""
    page = open_page()
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto(f"{site}/en/search.html?q=gather")
    expect(page.locator(".search-status")).to_contain_text("could not be loaded")
    page.unroute("**/search-index.js")
    page.locator(".search-query").fill("gather ")
    expect(page.locator(".search-results > li").first).to_be_visible()
