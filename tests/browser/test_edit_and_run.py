"""Edit and run on a card: an editor takes the place of its code, a run that of the recording."""

import re
from collections.abc import Callable

import pytest
from answered import (
    CARDS,
    KETTLES,
    SHOWS,
    edit,
    end,
    found,
    of_run,
    of_search,
    run,
    wait_for_end,
    wait_until_asked,
)
from playwright.sync_api import Locator, Page, expect

from tools.project import HERE

OpenPage = Callable[..., Page]
OpenEditable = Callable[..., Locator]

pytestmark = pytest.mark.slow
RUN = (".snippet-output", ".snippet-picture > li", ".snippet-buttons button")
"""What shows the run of a program."""


def test_what_was_recorded_stays_until_there_is_something_else(
    open_editable: OpenEditable,
) -> None:
    """Dimmed while a program runs; lines come one by one, then the rest; and all comes back."""
    card = open_editable()
    page = card.page
    recorded = card.evaluate(SHOWS)
    field = edit(card)
    expect(field).to_be_focused()
    expect(card.locator(".editor-numbers")).to_contain_text("6\n7")
    expect(card.locator(".snippet-edit")).to_be_hidden()
    page.keyboard.press("Control+Home")
    page.keyboard.type("x = 1\n")
    page.keyboard.press("Control+Enter")
    wait_until_asked(page)
    asked = page.evaluate("Turns.python.asked")
    assert len(asked) == 1
    assert asked[0]["source"].startswith("\n\n\n\n\nx = 1\nimport asyncio\n")
    assert asked[0]["language"] == "en"
    output = card.locator(":scope > .snippet-output")
    expect(output).to_have_class("snippet-output old")
    assert output.evaluate("one => one.inert")
    for line in ("one", "two"):
        page.evaluate("lines => Turns.python.part({kind: 'lines', lines})", [line])
    expect(card.locator(".snippet-made .snippet-line")).to_have_text(["one", "two"])
    expect(output).to_be_hidden()
    expect(card.locator(":scope > .snippet-picture")).to_have_class("snippet-picture clickable old")
    one = found(KETTLES)
    for part in (of_run(one, "en"), *of_search(one, "en")):
        page.evaluate("part => Turns.python.part(part)", part)
    end(page)
    expect(card.locator(":scope > .snippet-picture")).to_have_count(0)
    expect(card.locator(".bench-status [role=status]")).not_to_be_empty()
    card.get_by_role("button", name="Back to the original").click()
    assert card.evaluate(SHOWS) == recorded
    expect(card.locator(".snippet-edit")).to_be_focused()
    expect(card.locator(":scope > .old, :scope > [inert]")).to_have_count(0)
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_contain_text("Turn 1")


def test_a_run_that_is_stopped_at_once_changes_nothing(open_editable: OpenEditable) -> None:
    """What was recorded is as it was."""
    card = open_editable()
    recorded = card.evaluate(SHOWS)
    edit(card)
    run(card, failed="offline")
    assert card.evaluate(SHOWS) == recorded
    expect(card.locator(".bench-status")).to_contain_text("there is no connection")
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_contain_text("Turn 1")


def test_a_second_run_takes_the_place_of_the_first(open_editable: OpenEditable) -> None:
    """Which stays, dimmed, with its player closed, until there is something else."""
    card = open_editable()
    edit(card)
    one = found(KETTLES)
    parts = of_run(one, "en"), *of_search(one, "en")
    made = run(card, *parts)
    made.locator(".snippet-step").click()
    expect(made.locator(".player-told")).to_contain_text("Turn 1")
    card.locator(".bench-run").click()
    expect(made.locator(".snippet-picture")).to_have_class("snippet-picture clickable old")
    expect(made.locator(".snippet-player")).to_be_hidden()
    run(card, *parts)
    expect(made.locator(".snippet-output")).to_have_count(1)
    expect(made.locator(".snippet-picture")).to_have_count(1)
    made.locator(".snippet-step").click()
    expect(made.locator(".player-told")).to_contain_text("Turn 1")


def test_what_was_written_is_kept_and_can_be_thrown_away(open_editable: OpenEditable) -> None:
    """Back and forth: the text is there again; to discard it can be undone; the link carries it."""
    card = open_editable()
    page = card.page
    field = edit(card)
    original = field.input_value()
    expect(card.get_by_role("button", name="Discard changes")).to_be_hidden()
    page.keyboard.press("Control+Home")
    page.keyboard.type("# mine\n")
    card.get_by_role("button", name="Back to the original").click()
    assert edit(card).input_value() == f"# mine\n{original}"
    card.get_by_role("button", name="Discard changes").click()
    assert field.page.locator("textarea").input_value() == original
    page.keyboard.press("Control+z")
    assert page.locator("textarea").input_value() == f"# mine\n{original}"
    link = card.get_by_role("link", name="Open in the playground")
    link.focus()
    expect(link).to_have_attribute("href", re.compile("#code="))
    link.click()
    page.wait_for_url("**/en/playground.html#code=*")
    expect(page.locator("textarea")).to_have_value(f"# mine\n{original}")


def test_an_address_leads_to_what_was_recorded(open_editable: OpenEditable) -> None:
    """Also while another run is shown; the reader's text is kept."""
    card = open_editable()
    page = card.page
    edit(card)
    page.keyboard.type("#")
    one = found(KETTLES)
    run(card, of_run(one, "en"), *of_search(one, "en"))
    page.evaluate("location.hash = '#snippet-event-loop-two-kettles:turn-5'")
    expect(card.locator(":scope > .snippet-player .player-told")).to_contain_text("Turn 5 of 15")
    expect(card.locator("textarea")).to_have_count(0)
    assert "#" in edit(card).input_value()


def test_a_question_is_not_asked_beside_a_run(open_editable: OpenEditable) -> None:
    """Until there is a run it stands there, and its answer is hidden; later it is there again."""
    name = "event_loop/call_soon_order"
    card = open_editable("en", name)
    edit(card)
    expect(card.locator(".predict-check")).to_be_visible()
    expect(card.locator(":scope > .snippet-output")).to_be_hidden()
    one = found(name)
    made = run(card, of_run(one, "en"), *of_search(one, "en"))
    expect(made.locator(".snippet-output")).to_be_visible()
    expect(card.locator(".predict-check")).to_be_hidden()
    card.get_by_role("button", name="Back to the original").click()
    expect(card.locator(".predict-check")).to_be_visible()
    expect(card.locator(":scope > .snippet-output")).to_be_hidden()


def test_all_of_it_by_the_keyboard(open_editable: OpenEditable) -> None:
    """From the button on the card to a run and back, with nothing but keys."""
    card = open_editable()
    page = card.page
    card.locator("a[download]").focus()
    page.keyboard.press("Tab")
    expect(card.locator(".snippet-edit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.locator("textarea")).to_be_focused()
    page.keyboard.press("Control+Enter")
    wait_until_asked(page)
    one = found(KETTLES)
    for part in (of_run(one, "en"), *of_search(one, "en")):
        page.evaluate("part => Turns.python.part(part)", part)
    end(page)
    expect(card.locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(card.locator(".bench-run")).to_be_focused()
    page.keyboard.press("Tab")
    expect(card.get_by_role("button", name="Back to the original")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.locator(".snippet-edit")).to_be_focused()


def test_a_finger_edits_and_runs(open_editable: OpenEditable) -> None:
    """On a phone, too, and nothing is wider than the screen."""
    card = open_editable("zh", width=390, height=844, has_touch=True)
    card.locator(".snippet-edit").tap()
    card.locator("textarea").tap()
    card.locator(".bench-run").tap()
    wait_until_asked(card.page)
    one = found(KETTLES)
    for part in (of_run(one, "zh"), *of_search(one, "zh")):
        card.page.evaluate("part => Turns.python.part(part)", part)
    end(card.page)
    card.locator(".snippet-made button.mark").nth(1).tap()
    expect(card.locator(".mark-why").nth(1)).to_be_visible()
    wide = card.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_nothing_of_it_comes_before_it_is_asked_for(site: str, open_page: OpenPage) -> None:
    """The scripts of the editor come when the button is pointed at, and Python not yet."""
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/en/event-loop/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "playground" in url]
    with page.expect_response("**/playground.js*"):
        page.locator(".snippet-edit").first.hover()
    assert not [url for url in asked if "/playground/" in url]


def test_without_scripts_nothing_can_be_edited(open_page: OpenPage, site: str) -> None:
    """The button is not there, nor its place."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/en/event-loop/index.html")
    expect(page.locator(".snippet-edit").first).to_be_hidden()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("zh", 390)])
def test_python_itself_finds_what_was_recorded(
    site: str, open_page: OpenPage, language: str, width: int
) -> None:
    """Not a fake: the program of a card, unchanged, run in the page; then one that is changed.

    What was found about other schedules depends on how busy the machine is.
    """
    if not (HERE.site / "playground" / "manifest.json").is_file():
        pytest.skip("NOT TESTED: the site was built without the playground")
    path, ident = CARDS[KETTLES]
    page = open_page(width)
    page.goto(f"{site}/{language}/{path}")
    card = page.locator(f"#{ident}")
    card.scroll_into_view_if_needed()
    recorded = [card.locator(part).all_inner_texts() for part in RUN]
    edit(card)
    card.locator(".bench-run").click()
    page.mouse.move(0, 0)  # a mark that comes to where it is explains itself
    expect(card.locator(".snippet-made button.mark").first).to_be_visible()
    wait_for_end(page)
    assert [card.locator(part).all_inner_texts() for part in RUN] == recorded
    page.locator("textarea").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nprint(1 / 0)")
    page.keyboard.press("Control+Enter")
    expect(card.locator(".editor-message")).to_contain_text("ZeroDivisionError: division by zero")
    expect(card.locator(".editor-marked")).to_have_text("print(1 / 0)")
    wait_for_end(page)
    expect(card.locator(".snippet-made .snippet-exit")).to_contain_text("ZeroDivisionError")
