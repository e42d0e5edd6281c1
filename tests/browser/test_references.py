"""What prose points at lights up on the card, and a line of code says in which turns it runs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

OpenCard = Callable[..., Locator]

TOLD = {
    "en": ("line 11 runs in turns 2, 3", "line 12 runs in turns 5, 8"),
    "zh": ("第 11 行在第 2、3 个轮次运行", "第 12 行在第 5、8 个轮次运行"),
}


def lit_turns(card: Locator) -> list[str]:
    """Return the numbers of the turns that are lit in the picture."""
    found = card.locator(".snippet-picture .lit").evaluate_all(
        "all => all.map(o => o.dataset.turn)"
    )
    return sorted(set(found))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_prose_lights_a_turn(open_card: OpenCard, language: str) -> None:
    """By mouse and by keyboard, without moving the page; a click opens the player there."""
    card = open_card(language)
    link = card.page.locator("a:has(> .snippet-reference[data-turn='3'])").first
    link.scroll_into_view_if_needed()
    before = card.page.evaluate("scrollY")
    link.hover()
    assert lit_turns(card) == ["3"]
    card.page.mouse.move(0, 0)
    assert lit_turns(card) == []
    link.evaluate("link => link.focus({preventScroll: true})")
    assert lit_turns(card) == ["3"]
    assert card.page.evaluate("scrollY") == before
    link.click()
    expect(card.locator(".snippet-player")).to_be_visible()
    assert card.page.url.endswith("#snippet-event-loop-two-kettles:turn-3")


def test_prose_lights_lines(open_card: OpenCard) -> None:
    """The lines of the file that are meant, and no others."""
    path, anchor = "await/threads-and-processes.html", "snippet-await-process-pool"
    card = open_card(card=anchor, path=path)
    card.page.locator("a:has(> .snippet-reference[data-lines='24-25'])").hover()
    numbers = card.locator("pre .lit .linenos")
    assert [text.strip() for text in numbers.all_inner_texts()] == ["24", "25"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_line_says_when_it_runs(open_card: OpenCard, language: str) -> None:
    """By mouse; with arrow keys in the one tab stop that the code is; and nothing after Escape."""
    card = open_card(language)
    note = card.locator(".snippet-turns")
    card.locator(".linenos", has_text="11").hover()
    expect(note).to_have_text(TOLD[language][0])
    assert lit_turns(card) == ["2", "3"]
    code = card.locator("pre:has(.linenos)")
    card.page.mouse.move(0, 0)
    code.focus()
    for _line in range(6, 13):
        code.press("ArrowDown")
    expect(note).to_have_text(TOLD[language][1])
    assert lit_turns(card) == ["5", "8"]
    code.press("Escape")
    expect(note).to_have_text("")
    assert lit_turns(card) == []


def test_a_line_says_when_it_runs_on_a_phone(open_card: OpenCard) -> None:
    """A tap on the number tells; the page is not wider for it."""
    card = open_card(width=390, has_touch=True)
    card.locator(".linenos", has_text="11").tap()
    expect(card.locator(".snippet-turns")).to_have_text(TOLD["en"][0])
    assert card.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_there_are_links(open_card: OpenCard) -> None:
    """They lead to the card."""
    card = open_card(java_script_enabled=False)
    link = card.page.locator("a:has(> .snippet-reference)").first
    assert link.get_attribute("href") == "#snippet-event-loop-two-kettles"


def test_lines_stay_whole(open_card: OpenCard) -> None:
    """What the player marks is all of a line, also where it ends in plain text."""
    card = open_card()
    code = card.locator(".highlight pre").text_content()
    card.locator(".snippet-step").click()
    expect(card.locator(".player-line.ran").first).to_be_visible()
    lines = card.locator(".player-line").all_text_contents()
    assert [line for line in lines if line[2:]] == [
        line for line in (code or "").splitlines() if line[2:]
    ]
    assert card.locator(".highlight pre").text_content() == code


def test_a_turn_on_another_page(open_card: OpenCard, site: str) -> None:
    """A link to it opens the player there."""
    card = open_card(path="style.html", card="living")
    links = card.page.locator("a:has(> .snippet-reference[data-turn])")
    for address in links.evaluate_all("links => links.map(link => link.href)"):
        assert address.startswith(
            f"{site}/en/event-loop/index.html#snippet-event-loop-two-kettles:turn-"
        )
