"""The player of a card, by clicks, keys and touch, on the real pages in both languages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_predict import STILL

from language.words import WORDS
from tools.project import HERE

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]

CHAPTER = "event-loop/index.html"
KETTLES = "snippet-event-loop-two-kettles"
SLEEPERS = "snippet-event-loop-two-sleepers"
# What is read out in the turns of KETTLES at which the player stops, by their numbers.
TOLD = {
    "en": {
        1: "Turn 1 of 15, 0 s: Task-1 runs line 16, creates Task-2, Task-3, waits at line 16 for"
        " gather(Task-2, Task-3).",
        2: "Turn 2 of 15, 0 s: Task-2 runs lines 10–11, prints “small: on”,"
        " waits at line 11 for sleep(0.1).",
        3: "Turn 3 of 15, 0 s: Task-3 runs lines 10–11, prints “large: on”,"
        " waits at line 11 for sleep(0.2). Skips the loop’s own turn 4.",
        5: "Turn 5 of 15, 0.1 s: Task-2 runs line 12, prints “small: whistles”, done."
        " Skips the loop’s own turns 6–7.",
        10: "Turn 10 of 15, 0.2 s: Task-1 runs, done. Skips the loop’s own turns 11–15.",
    },
    "zh": {
        1: "第 1 个轮次（共 15 个），0 秒：Task-1 运行第 16 行，创建 Task-2、Task-3，"
        "在第 16 行等待 gather(Task-2, Task-3)。",
        2: "第 2 个轮次（共 15 个），0 秒：Task-2 运行第 10–11 行，打印“small: on”，"
        "在第 11 行等待 sleep(0.1)。",
        3: "第 3 个轮次（共 15 个），0 秒：Task-3 运行第 10–11 行，打印“large: on”，"
        "在第 11 行等待 sleep(0.2)。略过循环自身的第 4 个轮次。",
        5: "第 5 个轮次（共 15 个），0.1 秒：Task-2 运行第 12 行，打印“small: whistles”，"
        "执行完毕。略过循环自身的第 6–7 个轮次。",
        10: "第 10 个轮次（共 15 个），0.2 秒：Task-1 运行，执行完毕。"
        "略过循环自身的第 11–15 个轮次。",
    },
}
FIRST_DUE = "set third, due at 0.05 s"
STEP = {"en": "Step", "zh": "单步"}
FAST = 400  # ms for a turn
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def stop_time(page: Page) -> None:
    """Let time pass only when it is told to."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def start(card: Locator) -> None:
    """Press the card's Step button for the first time."""
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_be_visible()


def expect_turn(card: Locator, number: int, language: str = "en") -> None:
    """The turn is the one that is shown."""
    expect(card.locator(".player-told")).to_have_text(TOLD[language][number])


def number_of(card: Locator) -> int:
    """Return the number of the turn that is shown."""
    text = card.locator(".player-told b").inner_text()
    return int("".join(filter(str.isdigit, text.split(" of ")[0])))


def ran(card: Locator) -> list[str]:
    """Return the numbers of the lines that ran in the turn."""
    return [text.strip() for text in card.locator(".ran .linenos").all_inner_texts()]


def who_is_where(card: Locator) -> dict[str, str]:
    """Return what stands beside the code, by the line's number."""
    lines: dict[str, str] = card.locator(".player-line").evaluate_all(
        """lines => Object.fromEntries(lines
            .map(line => [line.querySelector(".linenos").textContent.trim(),
                          getComputedStyle(line, "::after").content.replaceAll('"', "")])
            .filter(([, who]) => who && who !== "none"))"""
    )
    return lines


@LANGUAGES
def test_step_opens_the_player_and_goes_on(open_card: OpenCard, language: str) -> None:
    """The first click shows the first turn, the next ones the next turns, in the page's words."""
    card = open_card(language)
    step = card.locator(".snippet-step")
    expect(step).to_have_text(STEP[language])
    start(card)
    expect_turn(card, 1, language)
    step.click()
    expect_turn(card, 2, language)
    step.click()
    step.click()
    expect_turn(card, 5, language)


def printed(card: Locator, selector: str = "") -> list[str]:
    """Return the lines of the card's own output that are seen, without their marks."""
    lines = card.locator(f":scope > .snippet-output .snippet-line{selector}:visible")
    return [text.strip().split("\n")[-1] for text in lines.all_inner_texts()]


def test_there_is_one_output(open_card: OpenCard) -> None:
    """Its lines come as they are printed, and all are back when the player closes."""
    card = open_card()
    title = card.locator(".snippet-output-title")
    whole = printed(card)
    assert len(whole) == 4
    start(card)
    expect(title).to_have_text("Output so far")
    assert printed(card) == []
    for count in (1, 2, 3):
        card.page.keyboard.press("ArrowRight")
        assert printed(card) == whole[:count]
        assert printed(card, ".fresh") == whole[count - 1 : count]
        expect(card.locator(".player-output")).to_be_hidden()
    card.page.keyboard.press("End")
    assert printed(card) == whole
    card.page.keyboard.press("Home")
    assert printed(card) == []
    card.page.keyboard.press("Escape")
    assert printed(card) == whole
    expect(title).to_have_text("Output")
    expect(card.locator(".snippet-output .fresh")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "ident"),
    [
        ("await/sleep-zero.html", "snippet-await-sleep-zero-and-timers"),
        ("scheduling/create-task.html", "snippet-scheduling-wait-for-inline"),
    ],
)
def test_lines_that_stand_for_others_come_last(open_card: OpenCard, path: str, ident: str) -> None:
    """Those of another version, and those that may differ: all that is hidden comes in the end."""
    card = open_card(path=path, card=ident)
    if card.locator(".predict-show").count():
        card.locator(".predict-show").click()
    card.scroll_into_view_if_needed()
    # What is far below the screen is laid out later, and says nothing before.
    expect(card.locator(".snippet-line").first).to_have_text(re.compile(r"\w"), use_inner_text=True)
    whole = printed(card)
    start(card)
    assert len(printed(card)) < len(whole) - 1
    card.page.keyboard.press("End")
    assert printed(card) == whole


@LANGUAGES
def test_no_number_is_missing_without_a_word(open_card: OpenCard, language: str) -> None:
    """Each turn up to the last is a stop, or is said to be the loop's own."""
    card = open_card(language)
    start(card)
    seen: list[int] = []
    while True:
        told = card.locator(".player-told").inner_text()
        head, _, rest = told.partition(":" if language == "en" else "：")
        number, last = (int(one) for one in re.findall(r"\d+", head)[:2])
        seen.append(number)
        own = r"own turns? ([\d–]+)" if language == "en" else r"第 ([\d–]+) 个"
        for found in re.finditer(own, rest):
            first, _, end = found.group(1).partition("–")
            seen += range(int(first), int(end or first) + 1)
        if card.locator(".player-next").get_attribute("aria-disabled") == "true":
            break
        card.page.keyboard.press("ArrowRight")
    assert seen == [*range(1, last + 1)], "each before the number that it explains"


@LANGUAGES
def test_who_comes_from_the_home_page_steps_at_once(
    site: str, open_page: OpenPage, language: str
) -> None:
    """Its first button leads to an open player that has the focus, and Tab leads out of it."""
    page = open_page()
    page.goto(f"{site}/{language}/index.html")
    page.locator(".living-text li a").first.click()
    card = page.locator(f"#{KETTLES}")
    expect_turn(card, 1, language)
    page.keyboard.press("ArrowRight")
    expect_turn(card, 2, language)
    player = card.locator(".snippet-player")
    expect(player).to_have_attribute("aria-label", re.compile("arrow keys|方向键"))
    expect(card.locator(".player-next")).to_be_focused()
    expect(card.locator(".player-next")).to_have_attribute("aria-keyshortcuts", "ArrowRight")
    expect(card.locator(".player-keys")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
    assert not player.evaluate("one => one.contains(document.activeElement)")
    expect(card.locator(".player-keys")).to_be_hidden()


def test_a_finger_is_told_of_no_keys(open_card: OpenCard) -> None:
    """There are none."""
    card = open_card(has_touch=True, is_mobile=True)
    start(card)
    expect(card.locator(".player-keys")).to_be_hidden()


@LANGUAGES
def test_every_button_has_a_name(open_card: OpenCard, language: str) -> None:
    """No control is without a name, and no key of the words is shown instead of words."""
    card = open_card(language)
    start(card)
    controls = card.locator(".player-controls :is(button, input, select)")
    names = controls.evaluate_all(
        "all => all.map(one => one.title || one.ariaLabel || one.labels[0]?.innerText)"
    )
    assert len(names) == 9
    assert all(names)
    keys = {key.removeprefix("player-") for key in WORDS}
    assert not keys & {*names}


@pytest.mark.slow
def test_the_keyboard_moves_and_closes(open_card: OpenCard) -> None:
    """Arrows step, Home and End jump, and Escape closes and gives the focus back."""
    card = open_card()
    start(card)
    press = card.page.keyboard.press
    press("ArrowRight")
    expect_turn(card, 2)
    press("End")
    expect_turn(card, 10)
    press("ArrowRight")
    expect_turn(card, 10)
    press("Home")
    press("ArrowLeft")
    expect_turn(card, 1)
    press("Escape")
    expect(card.locator(".snippet-player")).to_be_hidden()
    expect(card.locator(".snippet-step")).to_be_focused()
    assert ran(card) == []
    assert who_is_where(card) == {}


def test_the_keyboard_alone_is_enough(open_card: OpenCard) -> None:
    """Enter on Step opens and leaves the focus in the player; space plays when it has the focus."""
    card = open_card()
    card.locator(".snippet-step").focus()
    card.page.keyboard.press("Enter")
    expect(card.locator(".player-next")).to_be_focused()
    stop_time(card.page)
    card.locator(".player-stage").click(position={"x": 5, "y": 5})
    expect(card.locator(".snippet-player")).to_be_focused()
    card.page.keyboard.press("Space")
    expect(card.locator(".player-told")).to_have_attribute("aria-live", "off")
    card.page.keyboard.press("Space")
    expect(card.locator(".player-told")).to_have_attribute("aria-live", "polite")


def test_buttons_and_slider(open_card: OpenCard) -> None:
    """First, back, forward and last do what they say, and the slider goes where it is put."""
    card = open_card()
    start(card)
    for button, turn in (("last", 10), ("back", 8), ("first", 1), ("next", 2)):
        card.locator(f".player-{button}").click()
        assert number_of(card) == turn
    slider = card.locator("input[type=range]")
    slider.focus()
    card.page.keyboard.press("ArrowRight")
    assert number_of(card) == 3
    width = slider.evaluate("one => one.offsetWidth")
    slider.click(position={"x": width - 4, "y": slider.evaluate("one => one.offsetHeight") / 2})
    assert number_of(card) == 10
    expect(slider).to_have_attribute("aria-valuetext", "Turn 10 of 15, 0.2 s: ")


@pytest.mark.slow
def test_play_runs_to_the_end(open_card: OpenCard) -> None:
    """Play steps at the chosen speed, is silent meanwhile, and stops at the last turn."""
    card = open_card()
    start(card)
    stop_time(card.page)
    card.locator("select").select_option("fast")
    play = card.locator(".player-play")
    play.click()
    expect(play).to_have_attribute("title", "Pause")
    expect(card.locator(".player-told")).to_have_attribute("aria-live", "off")
    card.page.clock.run_for(FAST)
    expect_turn(card, 2)
    card.page.clock.run_for(4 * FAST)
    expect_turn(card, 10)
    expect(play).to_have_attribute("title", "Play")
    expect(card.locator(".player-told")).to_have_attribute("aria-live", "polite")
    play.click()  # from the start again
    assert number_of(card) == 1
    play.click()
    expect(play).to_have_attribute("title", "Play")


def test_the_code_shows_who_is_where(open_card: OpenCard) -> None:
    """The lines that ran stand out, and each suspended task's name is beside its line."""
    card = open_card()
    code = card.locator(".highlight pre")
    code.scroll_into_view_if_needed()
    text = code.inner_text()
    start(card)
    assert ran(card) == ["16"]
    assert who_is_where(card) == {"9": "Task-2 +1", "16": "▶ Task-1"}
    card.locator(".player-next").click()
    assert ran(card) == ["10", "11"]
    assert who_is_where(card) == {
        "9": "Task-3",
        "10": "▶ Task-2",
        "11": "Task-2",
        "16": "Task-1",
    }
    assert code.inner_text() == text, "what can be selected and copied has changed"


def test_queue_timers_and_tasks(open_card: OpenCard) -> None:
    """The queue is in order, the timers by deadline, and each task has its state."""
    card = open_card()
    start(card)
    assert card.locator(".player-queue li").all_inner_texts() == ["Task-2 boil", "Task-3 boil"]
    assert card.locator(".player-timers li").all_inner_texts() == ["empty"]
    card.locator(".player-next").click()
    card.locator(".player-next").click()
    assert card.locator(".player-queue li").all_inner_texts() == ["empty"]
    assert card.locator(".player-timers li").all_inner_texts() == [
        "0.1 s wakes Task-2",
        "0.2 s wakes Task-3",
    ]
    assert card.locator(".player-timers p").inner_text() == "Timers\nclock 0 s"
    rows = card.locator(".player-tasks tbody tr:visible").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["Task-1 main", "waiting", "16", "gather(Task-2, Task-3)"],
        ["Task-2 boil", "waiting", "11", "sleep(0.1)"],
        ["Task-3 boil", "waiting", "11", "sleep(0.2)"],
    ]


@pytest.mark.slow
def test_the_loops_own_turns_can_be_shown(open_card: OpenCard) -> None:
    """They are left out, called the loop in the queue, and shown on demand, with their tasks."""
    card = open_card()
    start(card)
    for _ in range(3):
        card.locator(".player-next").click()
    assert number_of(card) == 5
    assert card.locator(".player-queue li").all_inner_texts() == ["the loop"]
    card.locator("input[type=checkbox]").check()
    assert number_of(card) == 5
    assert card.locator(".player-queue li").all_inner_texts() == ["gather._done_callback"]
    card.locator(".player-back").click()
    expect(card.locator(".player-told")).to_contain_text("Turn 4 of ")
    expect(card.locator(".player-told")).to_contain_text("wakes Task-2")
    card.locator("input[type=checkbox]").uncheck()
    assert number_of(card) == 5


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves(open_card: OpenCard, width: int) -> None:
    """Opening moves nothing above the player, and a step changes no height."""
    card = open_card(width=width)
    page = card.page
    places = """card => [...card.querySelectorAll(".highlight, .snippet-lines, .snippet-picture")]
        .map(part => part.getBoundingClientRect())
        .map(box => [box.top - card.getBoundingClientRect().top, box.height])"""
    before = card.evaluate(places)
    assert len(before) == 3
    start(card)
    assert card.evaluate(places) == [pytest.approx(box) for box in before]
    heights = card.evaluate("card => card.offsetHeight")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        assert card.evaluate("card => card.offsetHeight") == heights
    assert number_of(card) == 10
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_no_name_lies_on_code(open_card: OpenCard, width: int) -> None:
    """Nor on a line's number, before which it stands; it goes with the code when that scrolls."""
    card = open_card(width=width)
    start(card)
    lines = card.locator(".player-line:not([data-who=''])[data-who]")
    ends = """line => {
      const name = getComputedStyle(line, "::after");
      const range = document.createRange();
      range.selectNodeContents(line.querySelector(".linenos"));
      const left = line.getBoundingClientRect().left + parseFloat(name.insetInlineStart);
      const isSeen = left >= line.closest("pre").getBoundingClientRect().left;
      const isBefore = left + parseFloat(name.width) <= range.getBoundingClientRect().left;
      return [name.position, isSeen, isBefore, getComputedStyle(line).position];
    }"""
    for _ in range(5):
        assert lines.count()
        for line in lines.all():
            assert line.evaluate(ends) == ["absolute", True, True, "relative"]
            expect(line.locator(".linenos")).to_be_visible()
        card.page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_controls_stay_in_sight(open_card: OpenCard, width: int) -> None:
    """Whoever looks at the code has the buttons at hand, and what happened in the turn."""
    card = open_card(width=width, height=600)
    start(card)
    card.evaluate("card => scrollTo({ top: card.offsetTop, behavior: 'instant' })")
    expect(card.locator(".highlight pre")).to_be_in_viewport()
    expect(card.locator(".player-controls")).to_be_in_viewport(ratio=1)
    expect(card.locator(".player-told")).to_be_in_viewport(ratio=1)


def test_the_picture_goes_along(open_card: OpenCard) -> None:
    """The turn is marked in the picture, and a click on another one goes there."""
    card = open_card()
    card.locator('.snippet-picture [data-turn="5"]').first.click()
    expect_turn(card, 5)
    marked = card.locator(".snippet-picture .now").first
    expect(marked).to_have_attribute("data-turn", "5")
    card.page.keyboard.press("Tab")
    card.locator(".player-back").click()
    expect(marked).to_have_attribute("data-turn", "3")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_picture_fits(open_card: OpenCard, width: int) -> None:
    """Nothing in it has to be scrolled, and to step leaves the page where it is."""
    card = open_card(width=width, reduced_motion="reduce")
    start(card)
    place = card.page.evaluate("scrollY")
    card.page.keyboard.press("End")
    expect(card.locator(".snippet-picture .now")).to_have_attribute("data-turn", "10")
    assert card.page.evaluate("scrollY") == place
    wider = card.locator(".snippet-picture, .snippet-picture > li > div").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    )
    assert wider == 0


def test_cards_do_not_disturb_each_other(open_card: OpenCard) -> None:
    """Two players on a page are two, and keys go to the one that has the focus."""
    kettles = open_card()
    sleepers = kettles.page.locator(f"#{SLEEPERS}")
    sleepers.locator(".predict-show").click()
    start(kettles)
    start(sleepers)
    kettles.page.keyboard.press("ArrowRight")
    assert number_of(sleepers) == 2
    assert number_of(kettles) == 1
    kettles.page.keyboard.press("Escape")
    expect(sleepers.locator(".snippet-player")).to_be_hidden()
    expect_turn(kettles, 1)


@pytest.mark.slow
def test_the_address_says_the_turn(open_card: OpenCard) -> None:
    """It follows the steps without a new entry in the history, and leads back to the turn."""
    card = open_card()
    page = card.page
    entries = page.evaluate("history.length")
    start(card)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/{CHAPTER}#{KETTLES}:turn-5")
    assert page.evaluate("history.length") == entries
    page.reload()
    expect_turn(card, 5)
    expect(card).to_be_in_viewport()
    page.goto(page.url.replace("turn-5", "turn-4"))  # one of the loop's own
    expect(card.locator(".player-told")).to_contain_text("Turn 4 of ")
    card.locator(".player-close").click()
    page.wait_for_url(f"**/{CHAPTER}#{KETTLES}")


@pytest.mark.parametrize("address", ["#nothing:turn-7", f"#{KETTLES}:turn-", "#%:turn-1"])
def test_addresses_of_nothing_do_nothing(open_card: OpenCard, address: str) -> None:
    """An address without a card or a turn opens no player and breaks nothing."""
    card = open_card(address=address)
    expect(card.locator(".snippet-step")).to_be_visible()
    expect(card.locator(".snippet-player")).to_be_hidden()


def test_a_turn_beyond_the_last_is_the_last(open_card: OpenCard) -> None:
    """An address of a longer recording still shows this one."""
    card = open_card(address=f"#{KETTLES}:turn-999")
    expect(card.locator(".player-told")).to_be_visible()
    expect(card.locator(".player-next")).to_have_attribute("aria-disabled", "true")


@pytest.mark.slow
@LANGUAGES
def test_what_if(open_card: OpenCard, language: str) -> None:
    """A mark plays the run in which its line comes earlier, and says where that departs."""
    told = {
        "en": "What if? “large: on” is printed when “small: on” has not been."
        " Here the loop takes Task-3 instead of Task-2.",
        "zh": "换一种调度方案：打印“large: on”的时候，还没有打印“small: on”。"
        "就在这里，循环选的是 Task-3，不是 Task-2。",
    }
    card = open_card(language)
    card.locator('[data-line="1"] .mark').click()
    card.locator('[data-line="1"] .snippet-whatif').click()
    banner = card.locator(".player-if")
    expect(banner.locator("p")).to_have_text(told[language])
    card.page.keyboard.press("ArrowRight")
    expect(banner.locator("p")).not_to_have_text(told[language])
    swapped = card.locator(".player-output .swapped").all_inner_texts()
    assert swapped == ["large: on", "small: on"]
    normal, other = (card.locator(".picture-pair .snippet-picture").nth(n) for n in (0, 1))
    expect(other.locator(".now")).to_have_attribute("data-turn", "3")
    assert normal.locator(".now").count() == 0
    for picture, prints in ((normal, "small: on"), (other, "large: on")):
        expect(picture.locator(".departs code")).to_have_text(prints)
    card.page.wait_for_url(re.compile(rf"#{KETTLES}:run-q[\w.-]+:turn-3$"))
    card.page.reload()
    expect(banner).to_be_visible()
    banner.locator("button").click()
    expect(banner).to_be_hidden()
    expect_turn(card, 2, language)
    expect(card.locator(".snippet-picture")).to_have_count(1)


@LANGUAGES
def test_an_outcome_is_played(open_card: OpenCard, language: str) -> None:
    """From the list, by the keyboard; the banner says what is different in it."""
    card = open_card(language)
    card.locator("details.snippet-outcomes > summary").focus()
    card.page.keyboard.press("Enter")
    for _ in range(3):
        card.page.keyboard.press("Tab")
    third = card.locator(".snippet-outcomes li").nth(2).locator("button")
    expect(third).to_be_focused()
    card.page.keyboard.press("Enter")
    said = third.get_attribute("data-said")
    expect(card.locator(".player-if p")).to_contain_text(str(said))
    card.page.keyboard.press("End")
    lines = card.locator(".player-output samp > span").all_inner_texts()
    assert lines == ["large: on", "small: on", "large: whistles", "small: whistles"]


def test_what_if_a_line_were_missing(open_card: OpenCard) -> None:
    """Of a first line nobody can say that it comes earlier: it is not printed."""
    card = open_card(path="event-loop/timers.html", card="snippet-event-loop-deadline-order")
    card.locator(".predict-show").click()
    card.locator('[data-line="0"] .mark').click()
    expect(card.locator(".mark-why").first).to_contain_text("could be missing")
    card.locator('[data-line="0"] .snippet-whatif').click()
    banner = card.locator(".player-if p")
    expect(banner).to_contain_text(f"What if? “{FIRST_DUE}” is not printed.")
    card.page.keyboard.press("End")
    assert FIRST_DUE not in card.locator(".player-output").inner_text()
    assert card.locator(".player-output .swapped").count() == 0


@pytest.mark.slow
def test_a_finger_steps(open_card: OpenCard) -> None:
    """A swipe to the left goes on and one to the right back; one that goes down only scrolls."""
    card = open_card(width=390, height=844, has_touch=True)
    card.locator(".snippet-step").tap()
    expect_turn(card, 1)
    session = card.page.context.new_cdp_session(card.page)

    def swipe(across: int, down: int) -> None:
        card.page.evaluate(STILL)
        box = card.locator(".player-told").bounding_box()
        assert box is not None
        x, y = box["x"] + 150, box["y"] + 20
        for kind, share in (("touchStart", 0), ("touchMove", 0.5), ("touchMove", 1)):
            point = {"x": x + across * share, "y": y + down * share}
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(-100, 5)
    expect_turn(card, 2)
    swipe(100, -5)
    expect_turn(card, 1)
    swipe(-20, -90)
    swipe(-10, 0)
    expect_turn(card, 1)


def test_without_scripts_there_are_no_buttons(open_card: OpenCard) -> None:
    """The buttons of the player are for those who can use them."""
    card = open_card(java_script_enabled=False)
    expect(card.locator(".highlight pre")).to_be_visible()
    expect(card.locator(".snippet-buttons")).to_be_hidden()
    expect(card.locator(".snippet-player")).to_be_hidden()


def test_a_recording_that_does_not_come_is_reported(site: str, open_page: OpenPage) -> None:
    """The card says so, and the next click tries again."""
    page = open_page()
    page.goto(f"{site}/en/{CHAPTER}")
    card = page.locator(f"#{KETTLES}")
    page.route("**/recordings/*", lambda route: route.abort())
    card.locator(".snippet-step").click()
    expect(card.locator(".snippet-player")).to_contain_text("could not be loaded")
    page.unroute("**/recordings/*")
    start(card)
    expect_turn(card, 1)


@pytest.mark.usefixtures("site")
def test_it_works_from_a_disk(browser: Browser) -> None:
    """A page that was opened as a file loads its recording too, and may have an address."""
    page = browser.new_page()
    page.goto(f"{(HERE.site / 'en' / CHAPTER).as_uri()}#{KETTLES}:turn-5")
    expect_turn(page.locator(f"#{KETTLES}"), 5)
    page.close()


def test_a_recording_is_loaded_when_it_is_asked_for(site: str, open_page: OpenPage) -> None:
    """Who does not step loads none, and who does loads that card's alone, once."""
    page = open_page()
    recordings: list[str] = []
    page.on(
        "request", lambda one: recordings.append(one.url) if "/recordings/" in one.url else None
    )
    page.goto(f"{site}/en/{CHAPTER}", wait_until="networkidle")
    assert recordings == []
    card = page.locator(f"#{KETTLES}")
    start(card)
    card.locator(".player-close").click()
    start(card)
    assert [url.rpartition("/")[2].split("?")[0] for url in recordings] == [
        "event_loop--two_kettles.js"
    ]
