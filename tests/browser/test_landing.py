"""The landing page in a real browser, below a sub-path, and what the 404 page has in common."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

NAMES = {"zh": "中文", "en": "English"}


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr-FR", "en")],
)
def test_readers_arrive_in_their_language(
    site: str, open_page: OpenPage, locale: str, language: str
) -> None:
    """The browser's language decides; who reads neither gets English; Back leaves the site."""
    page = open_page(locale=locale)
    page.goto("about:blank")
    page.goto(f"{site}/")
    page.wait_for_url(f"{site}/{language}/index.html")
    page.go_back()
    assert page.url == "about:blank"


def test_the_remembered_choice_comes_first(site: str, open_page: OpenPage) -> None:
    """A stored language counts, whatever the browser's is; one that is not ours does not."""
    page = open_page(locale="zh-CN")
    page.goto(f"{site}/404.html")
    for stored, language in (("en", "en"), ("zh", "zh"), ("fr", "zh")):
        page.evaluate(f"localStorage.setItem('language', '{stored}')")
        page.goto(f"{site}/")
        page.wait_for_url(f"{site}/{language}/index.html")


def test_the_switch_is_remembered(site: str, open_page: OpenPage) -> None:
    """Who has switched to the other language gets that one from then on."""
    page = open_page(locale="zh-CN")
    page.goto(f"{site}/zh/index.html")
    page.locator(".sidebar-sticky .language-switch").click()
    page.wait_for_url(f"{site}/en/**")
    page.goto(f"{site}/")
    page.wait_for_url(f"{site}/en/index.html")


@pytest.mark.parametrize("language", NAMES)
def test_links_work_without_javascript(site: str, open_page: OpenPage, language: str) -> None:
    """The landing page stays and offers both languages."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/")
    page.locator("a", has_text=NAMES[language]).click()
    page.wait_for_url(f"{site}/{language}/index.html")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_pages_follow_the_theme(
    site: str, open_page: OpenPage, theme: str, width: int
) -> None:
    """The system's theme counts until the reader has chosen another; nothing is too wide."""
    dark = theme == "dark"
    other = "light" if dark else "dark"
    page = open_page(width, color_scheme=theme)
    page.route(f"{site}/**/index.html", lambda route: route.abort())  # stay on the landing page
    page.goto(f"{site}/404.html")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert is_dark(page) == dark
    page.evaluate(f"localStorage.setItem('theme', '{other}')")
    page.reload()
    assert is_dark(page) != dark


def is_dark(page: Page) -> bool:
    """Say whether the page's ground is darker than its text."""
    ground = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    )
    return sum(ground) < 3 * 128
