"""The button that copies code."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
GRANTED = ["clipboard-read", "clipboard-write"]


def stop_time(page: Page) -> None:
    """Let no time pass on a page, so that what is shown for a while stays to be seen."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def copied(page: Page, block: str) -> str:
    """Press the button of the first such block or card; return what is in the clipboard."""
    stop_time(page)
    first = page.locator(block).first
    first.hover()
    first.locator(".copy").click()
    expect(first.locator(".copy")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_program_is_copied_without_line_numbers(site: str, open_page: OpenPage) -> None:
    """What is pasted into a file runs."""
    page = open_page(permissions=GRANTED)
    page.goto(f"{site}/en/event-loop/index.html")
    text = copied(page, ".snippet")
    assert text.startswith("import asyncio\n\n\n")
    compile(text, "pasted", "exec")


@pytest.mark.slow
def test_of_a_session_only_what_is_typed_is_copied(site: str, open_page: OpenPage) -> None:
    """Neither prompts nor answers; an indented line keeps its indent."""
    page = open_page(permissions=GRANTED)
    page.goto(f"{site}/en/await/what-suspends.html")
    text = copied(page, ".highlight-pycon .highlight")
    assert text.startswith("async def two():\n    return 2\nasync def four():\n")
    page.goto(f"{site}/en/own-program.html")
    text = copied(page, ".highlight-console .highlight")
    assert text == ("python -m turns show snippets/await/two_workers.py")


@pytest.mark.parametrize(("language", "word"), [("zh", "复制"), ("en", "Copy")])
def test_it_speaks_the_language_of_the_page(
    site: str, open_page: OpenPage, language: str, word: str
) -> None:
    """Its name is its text, and who moves with the keyboard sees it."""
    page = open_page()
    page.goto(f"{site}/{language}/await/what-suspends.html")
    button = page.locator(".highlight > .copy").first
    expect(button).to_have_text(word)
    expect(button).to_have_css("opacity", "0")
    page.locator(".highlight:has(> .copy) > pre").first.focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    expect(button).to_have_css("opacity", "1")


def test_where_nothing_can_hover_it_is_always_seen(site: str, open_page: OpenPage) -> None:
    """On a phone."""
    page = open_page(390, has_touch=True, is_mobile=True)
    page.goto(f"{site}/en/await/what-suspends.html")
    expect(page.locator(".highlight > .copy").first).to_have_css("opacity", "1")
