"""The marks in the gutter: they explain themselves on hover, on focus and to a finger."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

OpenCard = Callable[..., Locator]

WHY = {
    "en": "Queue: nothing promises that “large: on” comes after “small: on”.",
    "zh": "队列：没有什么保证“large: on”在“small: on”之后",
}
NAMES = {"en": ["queue", "clock", "clock"], "zh": ["队列", "时钟", "时钟"]}
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def why(card: Locator) -> Locator:
    """Return the explanation of the first mark."""
    return card.locator(".mark-why").first


@LANGUAGES
def test_each_mark_has_a_shape_and_a_word(open_card: OpenCard, language: str) -> None:
    """Colour is not needed, and not two shapes are the same."""
    card = open_card(language)
    marks = card.locator("button.mark")
    assert marks.all_inner_texts() == NAMES[language]
    shapes = marks.locator("svg").evaluate_all("all => all.map(one => one.innerHTML)")
    assert shapes[0] != shapes[1] == shapes[2]


@LANGUAGES
def test_hover_explains(open_card: OpenCard, language: str) -> None:
    """The explanation comes with the mouse, stays while it is there, and goes with it."""
    card = open_card(language)
    clock = card.page.clock
    clock.install(time=0)
    clock.pause_at(1000)
    expect(why(card)).to_be_hidden()
    card.locator("button.mark").first.hover()
    expect(why(card)).to_contain_text(WHY[language])
    why(card).locator("a").hover()
    clock.run_for(400)  # ms; it would have gone
    expect(why(card)).to_be_visible()
    card.page.mouse.move(0, 0)
    expect(why(card)).to_be_visible()
    clock.run_for(400)
    expect(why(card)).to_be_hidden()


@LANGUAGES
def test_the_keyboard_explains_and_leads_to_the_rule(open_card: OpenCard, language: str) -> None:
    """Focus opens it, Tab goes into it, Escape closes it, its link leads to what marks mean."""
    card = open_card(language)
    page = card.page
    card.locator("a[download]").focus()
    while not card.locator("button.mark").first.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    expect(why(card)).to_contain_text(WHY[language])
    page.keyboard.press("Escape")
    expect(why(card)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(why(card)).to_be_visible()
    page.keyboard.press("Tab")
    expect(why(card).locator(".snippet-whatif")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/cards.html#cards-marks")


@LANGUAGES
def test_a_tap_explains(open_card: OpenCard, language: str) -> None:
    """It fits the screen; a tap beside it closes it."""
    card = open_card(language, width=390, height=844, has_touch=True)
    card.locator("button.mark").first.tap()
    expect(why(card)).to_contain_text(WHY[language])
    box = why(card).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    card.locator(".snippet-output-title").tap()
    expect(why(card)).to_be_hidden()


def test_the_focus_goes_on_to_the_player(open_card: OpenCard) -> None:
    """What if closes the explanation and opens the player, with the focus in it."""
    card = open_card()
    card.locator("button.mark").first.click()
    why(card).locator(".snippet-whatif").click()
    expect(card.locator(".player-if")).to_be_visible()
    expect(card.locator(".player-next")).to_be_focused()
    expect(why(card)).to_be_hidden()


def test_without_scripts_a_press_explains(open_card: OpenCard) -> None:
    """The browser opens it by itself; what needs a script is not offered."""
    card = open_card(java_script_enabled=False)
    card.locator("button.mark").first.click()
    expect(why(card)).to_be_visible()
    expect(why(card).locator(".snippet-whatif")).to_be_hidden()
