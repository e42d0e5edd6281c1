"""By Tab alone over every kind of page: each link and control once, in order, visibly."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kinds import telling
from playwright.sync_api import Page
from test_access import show_all

from tools.project import LANGUAGES

OpenPage = Callable[..., Page]

WALK = Path(__file__).with_name("tab_walk.js").read_text("utf-8")
MADE = ["en/search.html?q=await", "zh/search.html", "404.html"]
"""Kinds of pages that no source is behind."""
FIRST = "zh/index.html"
"""Looked at in the shortest run, too."""
REST = sorted({*(path for language in LANGUAGES for path in telling(language)), *MADE} - {FIRST})
MOST = 1500  # stops
SHORTCUTS = ".snippet-picture > [data-turn]"
"""What only a mouse presses: a turn in a picture; the player's slider and keys lead there, too."""
DRAWERS = {".nav-overlay-icon": 390, ".toc-header-icon": 390, ".toc-content-icon": 1280}
"""The buttons that open drawers, and a width at which each is to be seen."""


def walk(page: Page, key: str = "Tab", within: str = "body") -> dict[str, Any]:
    """Press a key until the page is left, and return how many stops there were, and what is wrong.

    Of what is walked over, the first stop may have the focus already.
    """
    root = f"document.querySelector('{within}')"
    page.evaluate(f"tabWalk.begin({root})")
    step = f"tabWalk.step({str('Shift' in key).lower()}, {root})"
    page.evaluate(step)
    for _ in range(MOST):
        page.keyboard.press(key)
        if not page.evaluate(step):
            break
    else:
        pytest.fail("no way out")
    found: dict[str, Any] = page.evaluate(f"tabWalk.end({root}, {SHORTCUTS!r})")
    return found


def opened(open_page: OpenPage, address: str, width: int) -> Page:
    """Open a page that has come to rest, with what walks over it."""
    page = open_page(width, 800, reduced_motion="reduce", locale="en")
    page.add_init_script(WALK)
    page.goto(address)
    return page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "path", [FIRST, *(pytest.param(one, marks=pytest.mark.slow) for one in REST)]
)
def test_tab_meets_everything_once_in_order_and_in_sight(
    site: str, open_page: OpenPage, path: str, width: int
) -> None:
    """On each kind of page as it is when it comes."""
    found = walk(opened(open_page, f"{site}/{path}", width))
    assert found["wrong"] == []
    assert found["count"] > (4 if "404" in path else 10)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tab_meets_what_has_been_opened(
    site: str, open_page: OpenPage, language: str, width: int
) -> None:
    """On the page that has most elements, when all is open that opens."""
    page = opened(open_page, f"{site}/{telling(language)[0]}", width)
    show_all(page)
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    page.locator(".skip-to-content").focus()
    assert walk(page)["wrong"] == []


@pytest.mark.slow
def test_the_way_back_is_the_same(site: str, open_page: OpenPage) -> None:
    """With Shift and Tab, from the end, below a header that stays."""
    page = opened(open_page, f"{site}/en/await/index.html", 390)
    page.keyboard.press("End")
    found = walk(page, key="Shift+Tab")
    assert found["wrong"] == []
    assert found["count"] > 20


@pytest.mark.parametrize(("button", "width"), DRAWERS.items())
def test_a_drawer_is_opened_walked_through_and_left_by_keys(
    site: str, open_page: OpenPage, button: str, width: int
) -> None:
    """Enter opens it and leads into it; Escape closes it."""
    page = opened(open_page, f"{site}/en/await/index.html", width)
    opener = page.locator(button)
    drawer = f"#{opener.get_attribute('popovertarget')}"
    opener.focus()
    page.keyboard.press("Enter")
    assert page.locator(".drawer-close:focus").count() == 1
    found = walk(page, within=drawer)
    assert found["wrong"] == []
    assert found["count"] > 1
    page.keyboard.press("Escape")
    assert page.locator(f"{drawer}:popover-open").count() == 0
