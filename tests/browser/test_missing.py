"""The 404 page at the address that was asked for, as hosts show it, below a path nobody named."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tools.project import HERE

OpenPage = Callable[..., Page]
OpenMissing = Callable[..., Page]


@pytest.fixture
def missing(site: str, open_page: OpenPage) -> OpenMissing:
    """Return a function that asks for an address that leads nowhere, and returns what is shown."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(site).split("?")[0]
        if (HERE.site / path.lstrip("/")).is_file():
            route.continue_()
        else:
            body = (HERE.site / "404.html").read_text("utf-8")
            route.fulfill(status=404, body=body, content_type="text/html")

    def open_one(path: str, locale: str = "fr-FR", width: int = 1280) -> Page:
        page = open_page(width, locale=locale)
        page.route("**/*", answer)
        page.goto(f"{site}/{path}")
        return page

    return open_one


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("zh/nothing.html", "zh", "en"),
        ("en/deep/er/nothing", "en", "zh"),
        ("nothing.html", "en", "zh"),
        ("deep/er/nothing.html", "en", "zh"),
        ("zh", "zh", "en"),
    ],
)
def test_the_language_and_the_root_are_found_at_any_depth(
    site: str, missing: OpenMissing, path: str, first: str, second: str
) -> None:
    """The language of the address comes first; both ways home stay within the site."""
    page = missing(path)
    home = page.locator(".go > a")
    for number, language in enumerate((first, second)):
        address = f"{site}/{language}/index.html"
        page.wait_for_function(
            f"document.querySelectorAll('.go > a')[{number}].href === '{address}'"
        )
    assert home.count() == 2
    home.nth(1).click()
    page.wait_for_url(f"{site}/{second}/index.html")


def test_the_language_of_the_address_is_the_pages(missing: OpenMissing) -> None:
    """What is said in the other one is only how to get there."""
    page = missing("zh/await/nothing.html")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    expect(page).to_have_title("没有这一页")
    expect(page.locator("h1 > [lang=en]")).to_be_hidden()
    expect(page.locator("form:visible")).to_have_count(1)
    expect(page.get_by_text("English home page")).to_be_visible()


def test_without_a_language_the_readers_comes_first(missing: OpenMissing) -> None:
    """Both are there."""
    page = missing("nothing.html", locale="zh-CN")
    assert page.locator(".card").first.get_attribute("lang") == "zh-Hans"
    expect(page.locator("form:visible")).to_have_count(2)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("en/await/blockking.html", "Blocking the loop"),
        ("en/blocking.html", "Blocking the loop"),
        ("en/await/sleep_zero", "sleep(0): giving up one turn"),
        ("zh/scheduling/taskgroup.html", "TaskGroup：要么都成，要么都停"),
    ],
)
def test_a_page_of_a_similar_address_is_offered(
    site: str, missing: OpenMissing, path: str, title: str
) -> None:
    """First, and it is there."""
    page = missing(path)
    link = page.locator(".near a:visible").first
    expect(link).to_have_text(title)
    page.wait_for_function("document.querySelector('.near a').href.includes('/below/some/path/')")
    link.click()
    page.wait_for_url(f"{site}/{path[:2]}/**/*.html")
    expect(page.locator("h1")).to_contain_text(title)


def test_nothing_is_offered_where_nothing_is_similar(missing: OpenMissing) -> None:
    """Neither at random nor for want of a name."""
    for path in ("en/zzzz.html", "en/", "zzzz.html"):
        expect(missing(path).locator(".near:visible")).to_have_count(0)


def test_the_words_of_the_address_are_searched_for(site: str, missing: OpenMissing) -> None:
    """They are in the box; strange ones stay text."""
    page = missing("en/await/time-sleep.html")
    page.wait_for_function("document.querySelector('form').action.includes('/below/some/path/')")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url(f"{site}/en/search.html?q=time+sleep")
    for path, words in (("en/%3Cb%3E%22x.html", '<b>"x'), ("en/%E0%A4%A.html", "%E0%A4%A")):
        expect(missing(path).locator("input:visible")).to_have_value(words)


def test_links_without_scripts_are_those_of_the_root(site: str, open_page: OpenPage) -> None:
    """Nothing can look for the site then; where SITE_URL is set, they are right all the same."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/404.html")
    links = page.locator(".go > a").evaluate_all("all => all.map((one) => one.pathname)")
    assert links == ["/zh/index.html", "/en/index.html"]
