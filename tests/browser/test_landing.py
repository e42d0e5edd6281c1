"""The landing page and the 404 page in a real browser, below a sub-path."""

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


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["fr-FR", "zh-Hant-TW", "en"], "zh"),
        (["de", "en-US", "zh-CN"], "en"),
        (["ZH", "en"], "zh"),
        (["zha", "enm", "zh"], "zh"),  # these begin like one of ours, and are others
        ([], "en"),
    ],
)
def test_the_first_of_theirs_that_is_there_counts(
    site: str, open_page: OpenPage, wanted: list[str], language: str
) -> None:
    """In the order in which the browser names them; a fragment is handed on."""
    page = open_page()
    languages = f"Object.defineProperty(navigator, 'languages', {{value: {wanted!r}}})"
    page.add_init_script(languages)
    page.goto(f"{site}/#home-map")
    page.wait_for_url(f"{site}/{language}/index.html#home-map")


def test_readers_arrive_where_nothing_may_be_kept(site: str, open_page: OpenPage) -> None:
    """A browser that forbids storage has no choice to remember, and the page still leads on."""
    page = open_page(locale="zh-CN")
    forbidden = "get() { throw new DOMException('forbidden', 'SecurityError') }"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{{forbidden}}})")
    page.route(f"{site}/zh/**", lambda route: route.fulfill(body=""))  # not what this is about
    page.goto(f"{site}/")
    page.wait_for_url(f"{site}/zh/index.html")


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


@pytest.mark.parametrize("path", ["zh/nothing.html", "en/deep/er/nothing"])
def test_the_404_page_finds_the_root_at_any_depth(
    site: str, open_page: OpenPage, path: str
) -> None:
    """GitHub Pages shows it at the address that was asked for; both links lead home."""
    page = open_page()
    page.goto(f"{site}/404.html")
    body = page.content()
    address = f"{site}/{path}"
    page.route(
        address, lambda route: route.fulfill(status=404, body=body, content_type="text/html")
    )
    page.goto(address)
    links = page.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert links == [f"{site}/zh/index.html", f"{site}/en/index.html"]


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
