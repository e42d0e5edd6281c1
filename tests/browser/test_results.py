"""What a run in the page shows: the same as what was recorded, and whatever comes is text."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from answered import (
    CARDS,
    FAKE,
    FINISHED,
    KETTLES,
    SHOWS,
    Part,
    deadlock,
    edit,
    end,
    found,
    of_run,
    of_search,
    run,
    wait_until_asked,
)
from playwright.sync_api import Locator, Page, expect
from test_access import TAGS
from test_access import found as violations

from turns.recording.recording import EndKind, Waiting

OpenPage = Callable[..., Page]
OpenEditable = Callable[..., Locator]

pytestmark = pytest.mark.slow
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
HOSTILE = '<img src=x onerror="globalThis.hacked = 1"><script>globalThis.hacked = 1</script>\'"]'


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", CARDS)
@LANGUAGES
def test_a_run_shows_what_was_recorded(
    open_editable: OpenEditable, language: str, name: str, width: int
) -> None:
    """Of the same program: every mark, popover, link, outcome and row of the picture."""
    card = open_editable(language, name, width=width)
    recorded = card.evaluate(SHOWS)
    assert len(recorded) >= 5
    edit(card)
    one = found(name)
    made = run(card, of_run(one, language), *of_search(one, language))
    assert made.evaluate(SHOWS) == recorded
    expect(card.locator(":scope > .snippet-output")).to_have_count(0)


@LANGUAGES
def test_its_marks_explain_and_its_runs_are_played(
    open_editable: OpenEditable, language: str
) -> None:
    """By hover, as on other cards; the lines of the editor light up, the address stays as it is."""
    card = open_editable(language)
    page = card.page
    edit(card)
    one = found(KETTLES)
    made = run(card, of_run(one, language), *of_search(one, language))
    before = page.url
    made.locator("button.mark").nth(1).hover()
    why = made.locator(".mark-why").nth(1)
    expect(why).to_be_visible()
    why.locator(".snippet-whatif").click()
    expect(made.locator(".player-if")).to_be_visible()
    expect(made.locator(".picture-pair .snippet-picture")).to_have_count(2)
    expect(card.locator(".editor-shown .player-line.ran")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(made.locator(".player-bar")).to_be_hidden()
    made.locator("summary").click()
    made.locator(".snippet-outcomes .snippet-whatif").first.click()
    expect(made.locator(".player-if")).to_be_visible()
    made.locator(".snippet-play").click()
    expect(made.locator(".game-choices")).to_be_visible()
    made.locator(".game-choices button").nth(1).click()
    expect(made.locator(".snippet-game .player-output samp")).to_contain_text("large: onsmall: on")
    page.wait_for_timeout(600)  # ms; longer than it takes to change the address
    assert page.url == before


FAILED = replace(
    FINISHED,
    status=1,
    error="ZeroDivisionError: division by zero",
    traceback='Traceback (most recent call last):\n  File "program.py", line 11, in boil\n'
    "ZeroDivisionError: division by zero\n",
)


@LANGUAGES
def test_an_exception_is_said_as_python_says_it(open_editable: OpenEditable, language: str) -> None:
    """At its line, below the output, and whole; what was written to stderr stands apart."""
    card = open_editable(language)
    edit(card)
    one = found(KETTLES)
    part = of_run(one, language, FAILED, stderr="careful\n", line=11)
    made = run(card, part, *of_search(one, language))
    expect(card.locator(".editor-message")).to_contain_text("11")
    expect(card.locator(".editor-message")).to_contain_text("ZeroDivisionError: division by zero")
    expect(card.locator(".editor-marked")).to_contain_text("await asyncio.sleep")
    expect(made.locator(".snippet-exit > p")).to_contain_text("ZeroDivisionError")
    made.locator(".snippet-exit summary").click()
    expect(made.locator(".snippet-exit pre")).to_contain_text('File "program.py", line 11, in boil')
    expect(made.locator(".snippet-errors .snippet-line")).to_have_text(["careful"])
    title = {"en": "not compared", "zh": "不参与比较"}[language]
    expect(made.locator(".snippet-errors .snippet-output-title")).to_contain_text(title)
    expect(made.locator(".snippet-output:not(.snippet-errors)")).not_to_contain_text("careful")


ADVICE = {
    "ModuleNotFoundError: No module named 'requests'": {"en": "no packages", "zh": "没有第三方包"},
    "EOFError: EOF when reading a line": {"en": "Nobody can type here", "zh": "没有人能输入"},
}


@LANGUAGES
@pytest.mark.parametrize("error", ADVICE)
def test_what_the_page_cannot_have_is_said(
    open_editable: OpenEditable, language: str, error: str
) -> None:
    """Below the exception, in one line."""
    card = open_editable(language)
    edit(card)
    made = run(card, of_run(found(KETTLES), language, replace(FAILED, error=error), line=11))
    expect(made.locator(".snippet-exit > p")).to_contain_text([error, ADVICE[error][language]])


def test_a_group_is_named_at_the_line(open_editable: OpenEditable) -> None:
    """Its traceback ends with a frame."""
    card = open_editable()
    edit(card)
    error = "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"
    ending = replace(FAILED, error=error, traceback=f"  | {error}\n  +-+---------------- 1 ----\n")
    run(card, of_run(found(KETTLES), "en", ending, line=11))
    expect(card.locator(".editor-message")).to_contain_text(error)


@pytest.mark.parametrize(
    ("language", "title", "holds"),
    [
        ("en", "Deadlock: all wait", "Task-2: line 3: Lock.acquire() of pen, held by Task-3"),
        ("zh", "死锁：全都在等待", "Task-2：第 3 行，Lock.acquire()（pen），由 Task-3 持有"),
    ],
)
def test_a_deadlock_is_explained(
    open_editable: OpenEditable, language: str, title: str, holds: str
) -> None:
    """Who waits for what, and who holds it."""
    card = open_editable(language)
    edit(card)
    one = found(KETTLES)
    end_ = deadlock(
        Waiting("Task-2", 3, "Lock.acquire()", "pen", "Task-3"),
        Waiting("Task-3", 4, "Lock.acquire()", "paper", "Task-2"),
    )
    made = run(card, of_run(one, language, end_), *of_search(one, language))
    expect(made.locator(".snippet-exit > p")).to_contain_text(title)
    expect(made.locator(".snippet-exit li").first).to_have_text(holds)


def test_what_is_no_program_leaves_the_earlier_result(open_editable: OpenEditable) -> None:
    """With Python's own message at the line."""
    card = open_editable()
    edit(card)
    refused = {"kind": "refused", "reason": "syntax error: '(' was never closed", "line": 10}
    made = run(card, refused)
    expect(card.locator(".editor-message")).to_contain_text("'(' was never closed")
    expect(card.locator(".editor-marked")).to_contain_text("print(")
    expect(made.locator(".snippet-exit")).to_contain_text("Below is the earlier result.")
    expect(card.locator(":scope > .snippet-output")).to_be_visible()
    card.locator(":scope > .snippet-buttons .snippet-step").click()
    expect(card.locator(".player-told")).to_contain_text("Turn 1")


def test_what_this_browser_cannot_run_is_said_beside_what_was_recorded(
    open_editable: OpenEditable,
) -> None:
    """Also if it had printed something by then."""
    card = open_editable()
    edit(card)
    why = "threading.Thread: it needs a stack; Chrome can from version 137 on"
    ending = replace(FINISHED, kind=EndKind.UNSUPPORTED, message=why)
    one = found(KETTLES)
    lines: Part = {"kind": "lines", "lines": ["begun"]}
    refused = {"kind": "refused", "reason": why, "line": None}
    made = run(card, lines, of_run(one, "en", ending), refused)
    expect(made.locator(".snippet-exit")).to_have_count(1)
    expect(made.locator(".snippet-exit")).to_contain_text(why)
    expect(card.locator(":scope > .snippet-output")).to_be_visible()


@LANGUAGES
def test_a_limit_is_said_and_what_came_before_stays(
    open_editable: OpenEditable, language: str
) -> None:
    """The lines up to there; nothing of another run beside them."""
    card = open_editable(language)
    edit(card)
    lines: Part = {"kind": "lines", "lines": [str(number) for number in range(1000)]}
    made = run(card, lines, failed="time")
    expect(card.locator(".bench-status")).to_contain_text(
        {"en": "too long", "zh": "太长"}[language]
    )
    expect(made.locator(".snippet-line").first).to_have_text("0")
    expect(made.locator(".printed-rest")).to_contain_text("600")
    expect(card.locator(":scope > .snippet-picture")).to_have_count(0)


@LANGUAGES
def test_a_search_that_takes_too_long_leaves_the_run(
    open_editable: OpenEditable, language: str
) -> None:
    """It is the search that had to be stopped, not the program; and what to do is said."""
    card = open_editable(language)
    edit(card)
    made = run(card, of_run(found(KETTLES), language), failed="time")
    said = card.locator(".bench-status [role=status]")
    for part in {"en": ("run to its end", "shorter"), "zh": ("已经运行完", "改短")}[language]:
        expect(said).to_contain_text(part)
    expect(made.locator(".snippet-line").first).to_contain_text("small: on")
    expect(made.locator(".snippet-output.coming")).to_have_count(0)


SEEN = "one => innerHeight - one.getBoundingClientRect().top"


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_the_beginning_of_the_results_comes_into_sight(
    site: str, open_page: OpenPage, size: tuple[int, int]
) -> None:
    """Once, if it is not in sight already; the focus stays where it is."""
    width, height = size
    page = open_page(width, height, reduced_motion="reduce")
    page.add_init_script(FAKE)
    page.goto(f"{site}/en/playground.html")
    page.locator(".bench-run").evaluate("one => one.scrollIntoView({ block: 'end' })")
    one = found(KETTLES)
    made = run(page.locator(".playground"), of_run(one, "en"), *of_search(one, "en"))
    output = made.locator(".snippet-output")
    assert output.evaluate(SEEN) > height / 3
    assert output.evaluate("one => one.getBoundingClientRect().top") > 0
    expect(page.locator(".bench-run")).to_be_focused()
    place = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    wait_until_asked(page)
    page.evaluate("part => Turns.python.part(part)", of_run(one, "en"))
    end(page)
    assert page.evaluate("scrollY") == place


KEYS = {"kind", "because", "departs", "state", "mode", "aim", "early", "bracket", "stream"}
"""Fields that have one of a few values: an answer that has others is no answer."""
DRAWN = "picture"
"""Markup, which is rebuilt (`playground/test_safe.py`). It is read in a document in which nothing
runs, but of a handler in it browsers say nevertheless that they refuse it."""


def hostile(data: object, key: str = "") -> object:
    """Return a part in which every text that a program could write is hostile."""
    if isinstance(data, dict):
        return {name: hostile(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [hostile(one, key) for one in data]
    return f"{data}{HOSTILE}" if isinstance(data, str) and key not in {*KEYS, DRAWN} else data


def test_whatever_comes_is_shown_as_text(open_editable: OpenEditable) -> None:
    """Nothing of it becomes an element, in whatever can be opened."""
    card = open_editable()
    page = card.page
    edit(card)
    one = found(KETTLES)
    page.on("dialog", lambda dialog: dialog.dismiss())
    lines = {"kind": "lines", "lines": [HOSTILE]}
    parts = (lines, of_run(one, "en", FAILED, stderr="x", line=11), *of_search(one, "en"))
    made = run(card, *(hostile(part) for part in parts))  # type: ignore[arg-type]
    expect(made.locator(".snippet-line").first).to_contain_text("<img src=x")
    expect(card.locator(".editor-message")).to_contain_text("<img")
    for summary in made.locator("summary").all():
        summary.click()
    made.locator("button.mark").first.click()
    page.keyboard.press("Escape")
    made.locator(".snippet-step").click()
    expect(made.locator(".player-told")).to_contain_text("<img")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    made.locator(".snippet-play").click()
    expect(made.locator(".game-choices")).to_contain_text("<img")
    assert card.locator("img, script, iframe, [onerror]").count() == 0
    assert page.evaluate("globalThis.hacked") is None


@pytest.mark.parametrize(
    "change",
    [
        "board.charts.queue.places[0].moves = [{at: 0, turns: [], to: 0}]",
        "board.charts.queue.start.to = 999",
        "board.charts.queue.places[0].end = -1",
        "board.charts.queue.places[0].ready = [999]",
    ],
)
def test_a_board_that_leads_nowhere_is_not_played(open_editable: OpenEditable, change: str) -> None:
    """A game on it would never end."""
    card = open_editable()
    edit(card)
    one = found(KETTLES)
    marked, part = of_search(one, "en")
    changed = f"board => {{ {change}; return JSON.stringify(board) }}"
    part["findings"]["board"] = json.loads(card.page.evaluate(changed, part["findings"]["board"]))
    made = run(card, of_run(one, "en"), marked, part)
    expect(made.locator(".snippet-step")).to_be_visible()
    expect(made.locator(".snippet-play")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_barrier(open_editable: OpenEditable, width: int, scheme: str) -> None:
    """In the editor, with a run, its errors, its player and its game."""
    card = open_editable(width=width, color_scheme=scheme, reduced_motion="reduce")
    page = card.page
    edit(card)
    wrong = violations(page, f"#{CARDS[KETTLES][1]}")
    one = found(KETTLES)
    part = of_run(one, "en", FAILED, stderr="careful\n", line=11)
    made = run(card, part, *of_search(one, "en"))
    for summary in made.locator("summary").all():
        summary.click()
    made.locator(".snippet-step").click()
    expect(made.locator(".player-told")).to_be_visible()
    wrong += violations(page, f"#{CARDS[KETTLES][1]}", TAGS)
    made.locator(".snippet-play").click()
    expect(made.locator(".game-choices")).to_be_visible()
    wrong += violations(page, f"#{CARDS[KETTLES][1]}", TAGS)
    page.keyboard.press("Escape")
    field = card.locator("textarea")
    field.focus()
    page.keyboard.type("#")  # the result is of an earlier text
    card.evaluate("one => one.scrollIntoView()")  # or the header covers a half of the card's head
    wrong += violations(page, f"#{CARDS[KETTLES][1]}", TAGS)
    assert wrong == []


def test_the_run_of_a_link_is_played(site: str, open_page: OpenPage) -> None:
    """It is asked for, and shown at once; whichever run is played is the one that a link has."""
    page = open_page()
    page.add_init_script(FAKE)
    page.goto(f"{site}/en/playground.html")
    one = found(KETTLES)
    schedule = str(one.departures[0].schedule)
    fragment = page.evaluate("one => Turns.link.write('print(1)', one)", schedule)
    page.evaluate("hash => { location.hash = hash }", fragment)
    expect(page.locator("textarea")).to_have_value("print(1)")
    made = run(page.locator(".playground"), of_run(one, "en"), *of_search(one, "en"))
    assert page.evaluate("Turns.python.asked[0].schedule") == schedule
    expect(made.locator(".player-if")).to_be_visible()
    expect(made.locator(".picture-pair")).to_be_visible()
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_label("with the run that is shown")).to_be_visible()
    made.get_by_role("button", name="Back to the normal run").click()
    expect(page.get_by_label("with the run that is shown")).to_be_hidden()
