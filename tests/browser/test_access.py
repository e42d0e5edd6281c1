"""axe-core on every page, in both themes, with the cards' players open and a question answered."""

from collections.abc import Callable, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tools.project import HERE, LANGUAGES

OpenPage = Callable[..., Page]

PAGES = [
    path.relative_to(HERE.docs).with_suffix(".html").as_posix()
    for language in LANGUAGES
    for path in HERE.pages(language)
]
ROOT_PAGES = ["index.html", "404.html"]


def found(page: Page, context: str | None = None, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe-core finds wrong: the rule and the first element that breaks it."""
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    violations = Axe().run(page, context, options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in violations]


def show_all(page: Page) -> None:
    """Answer the page's questions, the first by a try, and open a player."""
    check = page.locator(".predict-check")
    if check.count():
        check.first.click()
        expect(page.locator(".predict-verdict")).to_be_visible()
    for button in page.locator(".predict-show:visible").all():
        button.click()
    step = page.locator(".snippet-step:visible")
    if step.count():
        step.first.click()
        expect(page.locator(".player-told").first).to_be_visible()


# Both languages have the same elements in the same colours; words alone seldom break anything.
CHINESE = [path for path in PAGES if path.startswith("zh/")]


@pytest.mark.parametrize(
    "path",
    [
        *(path for path in PAGES if path not in CHINESE),
        *ROOT_PAGES,
        *(pytest.param(path, marks=pytest.mark.long) for path in CHINESE),
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
    wrong += found(page)
    page.emulate_media(color_scheme="dark")
    wrong += found(page, rules=["color-contrast"])
    assert wrong == []


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
