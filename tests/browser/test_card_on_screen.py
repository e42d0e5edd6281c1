"""A card as it stands on the page: room for code, gaps, highlights, and the player beside it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]
HIDDEN = "pre => pre.parentElement.scrollWidth - pre.parentElement.clientWidth"
BOX = "element => element.getBoundingClientRect().toJSON()"
WIDE = {
    "card": "snippet-event-loop-one-pass",
    "path": "event-loop/one-pass.html",
}


@pytest.mark.parametrize("width", [1280, 1440])
def test_code_of_eighty_columns_is_not_cut(open_card: OpenCard, width: int) -> None:
    """A card grows into the room at its right, and the page does not."""
    card = open_card(**WIDE, width=width)
    assert card.locator(".highlight pre").evaluate(HIDDEN) == 0
    assert card.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.slow
def test_the_player_moves_no_code_and_cuts_no_name(open_card: OpenCard) -> None:
    """Who is where stands at the right, in full; all lines that ran are equally long.

    On a phone it stands before the line's number, which the player's own tests look at: as long as
    the player is open, there is room for that.
    """
    for width in (1280, 390):
        card = open_card(width=width)
        number = card.locator(".linenos").first
        before = number.evaluate(BOX)["x"]
        card.locator(".snippet-step").click()
        ran = card.locator(".player-line.ran")
        expect(ran.first).to_be_visible()
        if width == 390:
            before = number.evaluate(BOX)["x"]
        card.locator(".player-next").click()
        expect(ran).to_have_count(2)
        assert number.evaluate(BOX)["x"] == before
        assert len({line.evaluate(BOX)["width"] for line in ran.all()}) == 1
        label = """line => {
          const style = getComputedStyle(line, "::after");
          return [style.content, style.overflow, style.position];
        }"""
        if width == 1280:
            assert ran.first.evaluate(label) == ['"▶ Task-2"', "visible", "absolute"]


def test_copy_does_not_lie_over_code(open_card: OpenCard, site: str, open_page: OpenPage) -> None:
    """In the head of a card; elsewhere on the upper edge of the block."""
    card = open_card()
    expect(card.locator(".snippet-file > .copy")).to_be_visible()
    page = open_page()
    page.goto(f"{site}/en/await/what-suspends.html")
    block = page.locator(".highlight-pycon .highlight").first
    button = block.locator(".copy").evaluate(BOX)
    padding = block.locator("pre").evaluate("pre => parseFloat(getComputedStyle(pre).paddingTop)")
    assert button["bottom"] <= block.evaluate(BOX)["top"] + padding


def test_empty_lines_are_a_gap(open_card: OpenCard) -> None:
    """Two take less room than one line; the text has both."""
    card = open_card()
    gap = card.locator(".highlight .blank").first
    assert gap.evaluate(BOX)["height"] < card.locator(".linenos").first.evaluate(BOX)["height"]
    assert "\n 7\n 8\n 9async def" in str(card.locator(".highlight pre").text_content())


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_the_controls_end_with_close(
    open_card: OpenCard, language: str, width: int
) -> None:
    """They keep their order, row by row; the sentence has the room that it needs and no more."""
    card = open_card(language, width=width)
    card.locator(".snippet-step").click()
    expect(card.locator(".player-close")).to_be_visible()
    controls = card.locator(".player-controls > *:visible")
    boxes = [control.evaluate(BOX) for control in controls.all()]
    places = [(round(box["bottom"] / 20), box["x"]) for box in boxes]
    assert places[-1] == max(places)
    told = card.locator(".player-told")
    assert told.evaluate(BOX)["height"] < 5 * 1.5 * 13


def test_on_a_phone_name_and_download_share_a_row(open_card: OpenCard) -> None:
    """In Chinese, whose word for the second could be broken."""
    card = open_card("zh", width=390)
    name = card.locator(".snippet-file code").evaluate(BOX)
    download = card.locator(".snippet-download").evaluate(BOX)
    assert name["top"] < (download["top"] + download["bottom"]) / 2 < name["bottom"]
    assert download["height"] < 30


def test_what_is_highlighted_is_seen_in_forced_colours(open_card: OpenCard) -> None:
    """Lines and rows have an outline; "empty" has no box; the search keeps its sign."""
    card = open_card(forced_colors="active")
    card.locator(".snippet-step").click()
    for part in (".player-line.ran", ".player-stage .turn"):
        expect(card.locator(part).first).to_have_css("outline-style", "solid")
    for note in card.locator("li.player-note").all():
        expect(note).to_have_css("border-top-width", "0px")
    sign = card.page.locator(".sidebar-search-container").evaluate(
        "box => getComputedStyle(box, '::before').backgroundColor"
    )
    assert sign == "rgb(0, 0, 0)"


def test_on_paper_the_head_stays_with_the_code(open_card: OpenCard) -> None:
    """No page breaks below it, and emphasized lines keep their colour."""
    card = open_card(**WIDE)
    card.page.emulate_media(media="print")
    expect(card.locator(".snippet-file")).to_have_css("break-after", "avoid")
    expect(card.locator(".hll").first).to_have_css("print-color-adjust", "exact")
    wraps = card.locator(".highlight pre").evaluate("pre => getComputedStyle(pre).whiteSpace")
    assert wraps == "pre-wrap"


def test_in_the_dark_numbers_are_no_brighter_than_comments(open_card: OpenCard) -> None:
    """They are what readers look at last."""
    card = open_card(**WIDE, color_scheme="dark")
    light = """element => getComputedStyle(element).color.match(/\\d+/g)
      .reduce((sum, part) => sum + Number(part), 0)"""
    number = card.locator("pre > .linenos").first.evaluate(light)
    comment = card.page.evaluate(
        f"""() => {{
          const one = document.createElement("span");
          one.className = "c1";
          document.querySelector(".snippet .highlight pre").append(one);
          return ({light})(one);
        }}"""
    )
    assert number <= comment


def test_lines_are_told_in_the_order_in_which_they_ran(open_card: OpenCard) -> None:
    """A coroutine that is awaited stands above the line that awaits it, and runs after it."""
    card = open_card()
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_be_visible()
    told = card.page.evaluate("""() => Turns.tell(
      { created: [], woken: [] },
      { task: "T", lines: [16, 17, 10, 11], written: [], outside: [], tasks: {} },
    )""")
    assert told == "T runs lines 16–17, 10–11."
