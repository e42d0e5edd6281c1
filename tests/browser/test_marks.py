"""The marks in the gutter: they explain themselves on hover, on focus and to a finger."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

OpenCard = Callable[..., Locator]

WHY = {
    "en": "Queue: nothing in the program promises that “large: on” comes after “small: on”.",
    "zh": "队列：程序里没有什么保证“large: on”在“small: on”之后",
}
NAMES = {
    "en": ["program", "queue", "clock", "clock"],
    "zh": ["程序", "队列", "时钟", "时钟"],
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def why(card: Locator) -> Locator:
    """Return the explanation of the second line's mark."""
    return card.locator(".mark-why").nth(1)


def button(card: Locator) -> Locator:
    """Return that mark."""
    return card.locator("button.mark").nth(1)


@LANGUAGES
def test_each_mark_has_a_shape_and_a_word(open_card: OpenCard, language: str) -> None:
    """Colour is not needed, and not two shapes are the same."""
    card = open_card(language)
    marks = card.locator("button.mark")
    expect(marks).to_have_text(NAMES[language], use_inner_text=True)
    shapes = marks.locator("svg").evaluate_all("all => all.map(one => one.innerHTML)")
    assert shapes[2] == shapes[3]
    assert len({*shapes}) == 3


@LANGUAGES
def test_hover_explains(open_card: OpenCard, language: str) -> None:
    """The explanation comes with the mouse, stays while it is there, and goes with it."""
    card = open_card(language)
    clock = card.page.clock
    clock.install(time=0)
    clock.pause_at(1000)
    expect(why(card)).to_be_hidden()
    button(card).hover()
    expect(why(card)).to_contain_text(WHY[language])
    why(card).locator("a").last.hover()
    clock.run_for(400)  # ms; it would have gone
    expect(why(card)).to_be_visible()
    card.page.mouse.move(0, 0)
    expect(why(card)).to_be_visible()
    clock.run_for(400)
    expect(why(card)).to_be_hidden()


@pytest.mark.slow
@LANGUAGES
def test_the_keyboard_explains_and_leads_to_the_rule(open_card: OpenCard, language: str) -> None:
    """Focus opens it, Tab goes into it, Escape closes it; it leads to the rule and to the marks."""
    card = open_card(language)
    page = card.page
    card.locator("a[download]").focus()
    while not button(card).evaluate("one => one === document.activeElement"):
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
    page.wait_for_url(f"**/{language}/scheduling/create-task.html#rule-start-order")
    page.go_back()
    button(card).click()
    why(card).locator("a").last.click()
    page.wait_for_url(f"**/{language}/cards.html#cards-marks")


@LANGUAGES
def test_a_tap_explains(open_card: OpenCard, language: str) -> None:
    """It fits the screen; a tap beside it closes it."""
    card = open_card(language, width=390, height=844, has_touch=True)
    button(card).tap()
    expect(why(card)).to_contain_text(WHY[language])
    box = why(card).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    card.locator(".highlight .linenos").first.tap()
    expect(why(card)).to_be_hidden()


def test_the_focus_goes_on_to_the_player(open_card: OpenCard) -> None:
    """What if closes the explanation and opens the player, with the focus in it."""
    card = open_card()
    button(card).click()
    why(card).locator(".snippet-whatif").click()
    expect(card.locator(".player-if")).to_be_visible()
    expect(card.locator(".player-next")).to_be_focused()
    expect(why(card)).to_be_hidden()


def test_without_scripts_a_press_explains(open_card: OpenCard) -> None:
    """The browser opens it by itself; what needs a script is not offered."""
    card = open_card(java_script_enabled=False)
    button(card).click()
    expect(why(card)).to_be_visible()
    expect(why(card).locator(".snippet-whatif")).to_be_hidden()


COLOURS = """() => {
  const light = (text) => {
    const parts = text.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll(".mark-legend")].map((mark) => {
    const [low, high] = [ground, light(getComputedStyle(mark).color)].sort((a, b) => a - b);
    return [mark.className.match(/mark-(\\w+)/)[1], (high + 0.05) / (low + 0.05)];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_legend_shows_all_marks(open_card: OpenCard, scheme: str) -> None:
    """Each in a colour of its own that can be read in both themes."""
    card = open_card(path="cards.html", card="cards-two-kettles", color_scheme=scheme)
    found = dict(card.page.evaluate(COLOURS))
    assert list(found) == ["program", "documented", "clock", "queue", "nobody", "unknown"]
    assert min(found.values()) >= 4.5


def test_the_card_says_how_many_outcomes_there_are(open_card: OpenCard) -> None:
    """In a line below the output, in the words of the page."""
    english = (
        "As long as its timers keep their times, this program has exactly 2 outcomes;"
        " if one could fire early, as when a real server answers sooner, exactly 6."
    )
    chinese = (
        "只要定时器都准时，这个程序就恰好有 2 种结局；"
        "如果定时器可以提前触发（好比真实的服务器答得更快），恰好有 6 种。"
    )
    expect(open_card("en").locator(".snippet-outcomes > summary")).to_have_text(english)
    expect(open_card("zh").locator(".snippet-outcomes > summary")).to_have_text(chinese)


def test_quoted_lines_touch_their_quotation_marks(open_card: OpenCard) -> None:
    """A box around them, which other code in a sentence has, would look like spaces."""
    card = open_card()
    card.locator(".snippet-outcomes summary").click()
    quoted = card.locator(".snippet-outcomes code").first
    expect(quoted).to_be_visible()
    assert (
        quoted.evaluate(
            """code => {
          const { paddingLeft, paddingRight, borderLeftWidth } = getComputedStyle(code);
          return [paddingLeft, paddingRight, borderLeftWidth];
        }"""
        )
        == ["0px"] * 3
    )
