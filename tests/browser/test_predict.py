"""The question of a card: answered by mouse, finger and keys, and in both languages."""

import json
import re
from collections.abc import Callable
from itertools import permutations

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.project import HERE as PROJECT

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]

HOME = {"path": "index.html", "card": "snippet-event-loop-whose-turn"}
PRINTED = ["awaited: hello", "task: hello", "awaited: goodbye", "task: goodbye", "main: done"]
# The queue alone orders the second and the third line.
POSSIBLE = [PRINTED[0], PRINTED[2], PRINTED[1], *PRINTED[3:]]
IMPOSSIBLE = [PRINTED[4], *PRINTED[:4]]
STUCK = [*PRINTED[:2], PRINTED[4], *PRINTED[2:4]]
# Changes what is known of the program before the reader's order is judged.
KNOWN = """change => {
  const load = Turns.load;
  Turns.load = async (card) => ({ ...(await load(card)), ...change });
}"""
WORDS = {
    "en": {
        "check": "Check",
        "right": "Right: that is the order.",
        "possible": "Possible, but not what asyncio’s queue does",
        "impossible": "Not possible: in no outcome is “main: done” printed first.",
        "stuck": "Not possible from line 3 on: in no outcome does “main: done” follow the lines"
        " above it.",
        "wrong": "That is not the order.",
        "ruled out": "The documentation rules it out",
        "why": "Queue: nothing in the program promises that “awaited: goodbye” comes after"
        " “task: hello”.",
        "told": "Turn 3 of 10, 0 s:",
        "again": "Try again",
        "score": "In this chapter: 0 of 1 right",
        "of two": "of 2 right",
    },
    "zh": {
        "check": "核对",
        "right": "正确，就是这个顺序。",
        "possible": "有可能，但 asyncio 的队列不是这样排的",
        "impossible": "不可能：无论什么结局，最先打印的都不会是“main: done”。",
        "stuck": "从第 3 行起就不可能了：上面几行这样排，"
        "无论什么结局，接下来都不会是“main: done”。",
        "wrong": "不是这个顺序。",
        "ruled out": "文档排除了这种顺序",
        "why": "队列：程序里没有什么保证“awaited: goodbye”在“task: hello”之后",
        "told": "第 3 个轮次（共 10 个），0 秒：",
        "again": "再试一次",
        "score": "本章：1 题里第一次就答对 0 题",
        "of two": "本章：2 题里第一次就答对",
    },
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def lines(card: Locator) -> list[str]:
    """Return the reader's order."""
    return card.locator(".snippet-predict > ol code").all_text_contents()


def row(card: Locator, text: str) -> Locator:
    """Return the row of a line."""
    return card.locator(".snippet-predict > ol > li").filter(has_text=re.compile(f"^{text}$"))


def arrange(card: Locator, wanted: list[str]) -> None:
    """Put the lines in this order with the buttons that move them up."""
    for place, text in enumerate(wanted):
        while lines(card).index(text) > place:
            row(card, text).locator(".predict-up").click()
    assert lines(card) == wanted


def middle(found: Locator) -> tuple[float, float]:
    """Return the middle of an element."""
    box = found.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


# Resolves when nothing has scrolled for some frames: pages scroll smoothly.
STILL = """() => new Promise((done) => {
  let [place, frames] = [scrollY, 0];
  const look = () => {
    frames = scrollY === place ? frames + 1 : 0;
    place = scrollY;
    if (frames > 9) done();
    else requestAnimationFrame(look);
  };
  look();
})"""


def expect_lines(card: Locator, wanted: list[str]) -> None:
    """The lines are in this order, soon."""
    expect(card.locator(".snippet-predict > ol code")).to_have_text(wanted)


def expect_hidden(card: Locator, *, hidden: bool) -> None:
    """Whatever tells the answer is in sight, or nothing of it is."""
    for part in (".snippet-lead", ".snippet-output", ".snippet-picture", ".snippet-step"):
        found = expect(card.locator(part))
        found.to_be_hidden() if hidden else found.to_be_visible()


@LANGUAGES
def test_the_right_order(open_card: OpenCard, language: str) -> None:
    """The output is hidden until the lines are in order; then all of the card is there."""
    card = open_card(language, **HOME)
    expect_hidden(card, hidden=True)
    assert sorted(lines(card)) == sorted(PRINTED)
    assert lines(card) != PRINTED
    arrange(card, PRINTED)
    card.get_by_role("button", name=WORDS[language]["check"], exact=True).click()
    expect(card.locator(".predict-verdict")).to_have_text(WORDS[language]["right"])
    expect(card.locator(".predict-verdict")).to_be_focused()
    assert card.locator(".predict-both").count() == 0
    expect(card.locator(".snippet-predict > ol")).to_be_hidden()
    expect_hidden(card, hidden=False)


@pytest.mark.slow
@LANGUAGES
def test_an_order_that_only_the_queue_forbids(open_card: OpenCard, language: str) -> None:
    """It is told apart; both orders stand side by side, with the reason for the wrong line."""
    card = open_card(language, **HOME)
    arrange(card, POSSIBLE)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-possible")).to_contain_text(WORDS[language]["possible"])
    columns = card.locator(".predict-both ol")
    assert columns.nth(0).locator("code").all_inner_texts() == POSSIBLE
    assert columns.nth(1).locator("code").all_inner_texts() == PRINTED
    assert middle(columns.nth(0))[1] == middle(columns.nth(1))[1]
    wrong = [columns.nth(i).locator(".wrong code").all_inner_texts() for i in (0, 1)]
    assert wrong == [["awaited: goodbye"], ["awaited: goodbye"]]
    reason = card.locator(".predict-answer li", has=card.page.locator("a"))
    assert reason.count() == 1
    expect(reason).to_contain_text(WORDS[language]["why"])
    expect(card.locator(".predict-score")).to_have_count(0)  # the home page is no chapter
    reason.get_by_text(WORDS[language]["told"]).click()
    expect(card.locator(".player-told")).to_contain_text(WORDS[language]["told"])


@pytest.mark.slow
@LANGUAGES
def test_an_order_that_cannot_be(open_card: OpenCard, language: str) -> None:
    """The line at which no outcome goes on like this is named."""
    card = open_card(language, **HOME)
    arrange(card, IMPOSSIBLE)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-impossible")).to_have_text(WORDS[language]["impossible"])
    card.locator(".predict-answer button", has_text=WORDS[language]["again"]).click()
    arrange(card, STUCK)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-impossible")).to_have_text(WORDS[language]["stuck"])


@LANGUAGES
def test_an_order_that_only_the_documentation_rules_out(open_card: OpenCard, language: str) -> None:
    """It is an outcome, but nobody is told that it is free."""
    card = open_card(language, **HOME)
    line_by_line = [[[line, line + 1]] for line in range(5)]
    card.page.evaluate(KNOWN, {"documented": {"places": [*line_by_line, []]}})
    arrange(card, POSSIBLE)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-ruled-out")).to_contain_text(WORDS[language]["ruled out"])


@LANGUAGES
def test_where_no_other_outcome_is_known(open_card: OpenCard, language: str) -> None:
    """An order is right or it is not, and nothing else is claimed."""
    card = open_card(language, **HOME)
    card.page.evaluate(KNOWN, {"orders": None})
    arrange(card, POSSIBLE)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-verdict")).to_have_text(WORDS[language]["wrong"])
    expect(card.locator(".predict-both")).to_be_visible()


@pytest.mark.slow
def test_the_orders_are_the_outcomes(open_card: OpenCard) -> None:
    """Of all 120 orders of five lines, those that the tool has found, and no others."""
    card = open_card(**HOME)
    found = json.loads((PROJECT.docs / "_recordings/event_loop/whose_turn.json").read_text("utf-8"))
    outcomes = {tuple(one["texts"]) for one in found["outcomes"]["queue"]["listed"]}
    assert len(outcomes) == found["outcomes"]["queue"]["count"] == 3
    verdicts = card.page.evaluate(
        """async ([card, orders]) => {
            const list = card.querySelector(".snippet-predict > ol");
            const verdicts = [];
            for (const order of orders) {
                const rows = [...list.children];
                const text = (row) => row.querySelector("code").textContent;
                list.append(...order.map((line) => rows.find((row) => text(row) === line)));
                card.querySelector(".predict-check").click();
                let verdict;
                while (!(verdict = card.querySelector(".predict-verdict"))) {
                    await new Promise((done) => setTimeout(done));
                }
                verdicts.push(verdict.className.split("predict-").at(-1));
                card.querySelector(".predict-answer").replaceChildren();
            }
            return verdicts;
        }""",
        [card.element_handle(), [list(order) for order in permutations(PRINTED)]],
    )
    named = dict(zip(permutations(PRINTED), verdicts, strict=True))
    assert {order for order, one in named.items() if one != "impossible"} == outcomes
    assert named[tuple(PRINTED)] == "right"


def test_keys_are_enough(open_card: OpenCard) -> None:
    """Tab reaches a line, arrows move it and say so, and the focus stays with it."""
    card = open_card(**HOME)
    first = lines(card)[0]
    press = card.page.keyboard.press
    row(card, first).locator(".predict-up").focus()
    press("ArrowDown")
    press("ArrowDown")
    assert lines(card)[2] == first
    expect(card.locator(".predict-moved")).to_have_text(f"“{first}” is line 3 of 5.")
    expect(row(card, first).locator(".predict-up")).to_be_focused()
    press("ArrowUp")
    press("Enter")  # the button itself
    assert lines(card)[0] == first
    press("ArrowUp")  # there is nothing above
    assert lines(card)[0] == first
    while not card.locator(".predict-check").evaluate("one => one === document.activeElement"):
        press("Tab")
    press("Enter")
    expect(card.locator(".predict-verdict")).to_be_focused()


def test_a_mouse_drags(open_card: OpenCard) -> None:
    """A line can be taken anywhere; it goes where it is dropped."""
    card = open_card(**HOME)
    before = lines(card)
    mouse = card.page.mouse
    card.locator(".snippet-predict").scroll_into_view_if_needed()
    card.page.evaluate(STILL)
    mouse.move(*middle(row(card, before[0]).locator("code")))
    mouse.down()
    mouse.move(*middle(row(card, before[3])), steps=8)
    mouse.move(middle(row(card, before[3]))[0], middle(row(card, before[3]))[1] + 30, steps=4)
    mouse.up()
    expect_lines(card, [*before[1:4], before[0], before[4]])
    mouse.move(0, 0)
    assert lines(card) == [*before[1:4], before[0], before[4]]


@pytest.mark.slow
def test_a_finger_drags_by_the_grip_and_scrolls_elsewhere(open_card: OpenCard) -> None:
    """A touch on a line's text is the page's; the grip moves the line, and taps do too."""
    card = open_card(width=390, height=844, has_touch=True, **HOME)
    before = lines(card)
    session = card.page.context.new_cdp_session(card.page)

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        for share in (0, 0.25, 0.5, 0.75, 1):
            point = {
                "x": start[0] + (end[0] - start[0]) * share,
                "y": start[1] + (end[1] - start[1]) * share,
            }
            kind = "touchMove" if share else "touchStart"
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        card.page.wait_for_timeout(100)  # ms: a finger that rests does not throw the page
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        card.page.evaluate(STILL)

    card.locator(".predict-check").scroll_into_view_if_needed()
    card.page.evaluate(STILL)
    target = middle(row(card, before[4]).locator(".predict-grip"))
    drag(middle(row(card, before[0]).locator(".predict-grip")), (target[0], target[1] + 10))
    expect_lines(card, [*before[1:], before[0]])
    place = card.page.evaluate("scrollY")
    drag(middle(row(card, before[4]).locator("code")), middle(row(card, before[1])))
    assert card.page.evaluate("scrollY") > place
    assert lines(card) == [*before[1:], before[0]]
    row(card, before[0]).locator(".predict-up").tap()
    expect_lines(card, [*before[1:4], before[0], before[4]])


def test_equal_lines_are_the_same_to_the_reader(open_card: OpenCard) -> None:
    """It does not matter which of two lines with the same text stands first."""
    card = open_card(card="snippet-event-loop-two-sleepers")
    page = card.page
    page.evaluate(
        """card => {
            const rows = [...card.querySelectorAll(".snippet-predict > ol > li")];
            rows.sort((a, b) => a.dataset.line - b.dataset.line);
            rows[0].parentElement.append(...rows);
            // As if the program printed the first line twice.
            for (const one of [rows[0], rows[1]]) one.querySelector("code").textContent = "same";
            rows[0].before(rows[1]);
        }""",
        card.element_handle(),
    )
    card.locator(".predict-check").click()
    expect(card.locator(".predict-right")).to_be_visible()


@pytest.mark.slow
def test_show_me_and_try_again(open_card: OpenCard) -> None:
    """Who gives up sees the answer, and may still try; the score counts neither."""
    card = open_card(**HOME)
    arrange(card, PRINTED)
    card.locator(".predict-show").click()
    expect_hidden(card, hidden=False)
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_be_visible()
    card.locator(".predict-answer button", has_text="Try again").click()
    expect_hidden(card, hidden=True)
    expect(card.locator(".snippet-player")).to_be_hidden()
    card.locator(".predict-check").click()
    expect(card.locator(".predict-right")).to_be_visible()
    expect(card.locator(".predict-score")).to_have_count(0)


@pytest.mark.slow
def test_a_right_order_is_not_kept(open_card: OpenCard) -> None:
    """Who tries again finds the lines mixed anew; a wrong order is the reader's, and stays."""
    card = open_card(**HOME)
    arrange(card, POSSIBLE)
    card.locator(".predict-check").click()
    card.locator(".predict-answer button", has_text="Try again").click()
    assert lines(card) == POSSIBLE
    arrange(card, PRINTED)
    card.locator(".predict-check").click()
    card.locator(".predict-answer button", has_text="Try again").click()
    assert lines(card) != PRINTED
    assert sorted(lines(card)) == sorted(PRINTED)


SLEEPERS = [
    *("owl: falls asleep, nap 1", "bear: falls asleep", "owl: wakes from nap 1"),
    *("owl: falls asleep, nap 2", "owl: wakes from nap 2", "bear: wakes"),
]


@pytest.mark.slow
@LANGUAGES
def test_the_score_stays_in_the_browser(open_card: OpenCard, language: str) -> None:
    """It counts first tries, by chapter, outlasts the page, and can be forgotten."""
    card = open_card(language, card="snippet-event-loop-two-sleepers")
    arrange(card, SLEEPERS[::-1])
    card.locator(".predict-check").click()
    expect(card.locator(".predict-score")).to_contain_text(WORDS[language]["score"])
    card.locator(".predict-answer button", has_text=WORDS[language]["again"]).click()
    arrange(card, SLEEPERS)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-right")).to_be_visible()
    expect(card.locator(".predict-score")).to_have_count(0)  # not “0 of 1” below a “Right”
    page = card.page
    page.goto(page.url.replace("index.html", "ready-queue.html"))
    other = page.locator("#snippet-event-loop-tasks-and-callbacks")
    other.locator(".predict-check").click()
    expect(other.locator(".predict-score")).to_contain_text(WORDS[language]["of two"])
    other.locator(".predict-score button").click()
    expect(other.locator(".predict-score")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('whose-turn-predictions')") == "{}"


def test_an_address_of_a_turn_shows_the_answer(open_card: OpenCard) -> None:
    """Who follows a link to a turn is not asked first."""
    card = open_card(address="#snippet-event-loop-whose-turn:turn-3", **HOME)
    expect(card.locator(".player-told")).to_contain_text("Turn 3 of 10")
    expect_hidden(card, hidden=False)


def test_without_scripts_and_on_paper_nothing_is_hidden(open_card: OpenCard) -> None:
    """There is no question, and the output is there."""
    card = open_card(java_script_enabled=False, **HOME)
    expect(card.locator(".snippet-predict")).to_be_hidden()
    expect(card.locator(".snippet-output")).to_be_visible()
    expect(card.locator(".snippet-picture")).to_be_visible()
    printed = open_card(**HOME)
    printed.page.emulate_media(media="print")
    expect(printed.locator(".snippet-predict")).to_be_hidden()
    expect(printed.locator(".snippet-output")).to_be_visible()


def test_a_program_without_a_picture_can_be_predicted(open_card: OpenCard) -> None:
    """A thousand tasks are too many to draw, but not to ask about."""
    path = "limits/index.html"
    card = open_card(path=path, card="snippet-limits-waiting-and-computing")
    card.locator("input").first.check()
    card.locator(".predict-check").click()
    expect(card.locator(".predict-verdict")).to_be_visible()
    expect(card.locator(".snippet-output")).to_be_visible()


def test_a_recording_that_does_not_come_shows_the_output(site: str, open_page: OpenPage) -> None:
    """A reader without it is told, and sees what the program prints."""
    page = open_page()
    page.goto(f"{site}/en/index.html")
    page.route("**/recordings/*", lambda route: route.abort())
    card = page.locator(f"#{HOME['card']}")
    card.locator(".predict-check").click()
    expect(card.locator(".predict-answer")).to_contain_text("could not be loaded")
    expect(card.locator(".snippet-output")).to_be_visible()
