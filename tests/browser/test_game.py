"""The game of a card, by clicks, keys and touch, on the real pages in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from language.languages import CHINESE, ENGLISH
from language.words import word

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]

SPEAKERS = {"path": "cards.html", "card": "snippet-cards-one-at-a-time"}
LOCKS = {"path": "how-we-know.html", "card": "how-we-know-two-locks"}
BOB_FIRST, BETWEEN = 0, 4
"""Indices of goals of SPEAKERS: one that takes a departure, and an impossible one."""
DEADLOCK = 0
"""Index of a goal of LOCKS."""
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
LISTEN = """
globalThis.solved = [];
document.addEventListener("turns:goal", ({ detail }) => solved.push(detail));
"""


def said(language: str, key: str, **values: object) -> str:
    """Return the words for a key."""
    return word(CHINESE if language == "zh" else ENGLISH, f"game-{key}").format(**values)


def start(card: Locator, goal: int | None = None) -> None:
    """Press the card's button for the game; choose a goal."""
    card.locator(".snippet-play").click()
    expect(card.locator(".game-choices")).to_be_visible()
    if goal is not None:
        card.locator(".game-head select").select_option(str(goal))


def choices(card: Locator) -> Locator:
    """Return the buttons of those who may be next."""
    return card.locator(".game-choices button:visible")


def press(card: Locator, language: str, key: str) -> None:
    """Press one of the other buttons."""
    card.get_by_role("button", name=said(language, key), exact=True).click()


def told(card: Locator) -> Locator:
    """Return what is read out."""
    return card.locator(".snippet-game [role=status]")


def output(card: Locator) -> list[str]:
    """Return what has been printed."""
    return card.locator(".snippet-game .player-output samp span").all_inner_texts()


def departures(card: Locator, language: str, count: int) -> None:
    """The reader has departed so often."""
    expect(card.locator(".game-counts")).to_contain_text(said(language, "departures", count=count))


@pytest.mark.slow
@LANGUAGES
def test_a_goal_is_reached_by_mouse(language: str, open_card: OpenCard) -> None:
    """Each choice says what has run; what is printed, who waits where, is as in the player."""
    card = open_card(language, **SPEAKERS)
    card.page.evaluate(LISTEN)
    start(card, BOB_FIRST)
    expect(choices(card)).to_have_count(3)
    expect(choices(card).first).to_contain_text(said(language, "usual"))
    expect(choices(card).nth(1)).to_contain_text(said(language, "begins", line=9))
    choices(card).nth(1).click()
    expect(told(card)).to_contain_text("Task-3")
    expect(told(card)).to_contain_text("Bob: begins")
    assert output(card) == ["Bob: begins"]
    expect(card.locator(".snippet-game tr:has(th:text('Task-3'))")).to_contain_text("12")
    expect(card.locator(".snippet-game .player-queue li")).to_have_count(3)
    expect(told(card)).to_contain_text(said(language, "reached-par", count=1))
    expect(card.locator(".game-counts")).to_contain_text(said(language, "par", par=1))
    departures(card, language, 1)
    assert card.page.evaluate("solved") == [{"goal": BOB_FIRST, "solved": True, "departures": 1}]


@pytest.mark.slow
@LANGUAGES
def test_keys_do_all(language: str, open_card: OpenCard) -> None:
    """Digits choose, Backspace and U take back, Escape closes; the button has the focus again."""
    card = open_card(language, **SPEAKERS)
    button = card.locator(".snippet-play")
    button.focus()
    keyboard = card.page.keyboard
    keyboard.press("Enter")
    expect(choices(card).first).to_be_focused()
    keyboard.press("2")
    departures(card, language, 1)
    keyboard.press("Tab")
    expect(choices(card).nth(1)).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Backspace")
    keyboard.press("u")
    departures(card, language, 0)
    assert output(card) == []
    keyboard.press("9")  # there is no such choice
    assert output(card) == []
    keyboard.press("Escape")
    expect(card.locator(".snippet-game")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.slow
@LANGUAGES
def test_by_touch(language: str, open_card: OpenCard) -> None:
    """On a phone; all targets are large enough, and nothing moves."""
    card = open_card(language, **SPEAKERS, width=390, height=844, has_touch=True, is_mobile=True)
    card.locator(".snippet-play").tap()
    expect(choices(card).first).to_be_visible()
    boxes = card.locator(".snippet-game :is(button, select, input):visible").evaluate_all(
        "all => all.map(one => (one.labels?.[0] ?? one).getBoundingClientRect())"
        ".map(({ width, height }) => [width, height])"
    )
    assert all(width >= 24 and height >= 24 for width, height in boxes)
    shape = "one => one.getBoundingClientRect().height"
    panel = card.locator(".snippet-game .player-bar")
    height = panel.evaluate(shape)
    assert height > 0
    while choices(card).count():
        choices(card).last.tap()
        assert panel.evaluate(shape) == height
    assert len(output(card)) == 6
    expect(told(card)).to_contain_text(said(language, "end-finished"))


@pytest.mark.slow
@LANGUAGES
def test_what_is_impossible_is_proven(language: str, open_card: OpenCard) -> None:
    """To whoever says so; of what can be done nothing is given away."""
    card = open_card(language, **SPEAKERS)
    card.page.evaluate(LISTEN)
    start(card, BOB_FIRST)
    press(card, language, "claim")
    expect(told(card)).to_contain_text(said(language, "refuted"))
    assert card.page.evaluate("solved") == []
    card.locator(".game-head select").select_option(str(BETWEEN))
    expect(card.locator(".game-counts b")).to_have_text(said(language, "who"))
    press(card, language, "claim")
    expect(told(card)).to_contain_text(said(language, "looked", count=6))
    why = word(CHINESE if language == "zh" else ENGLISH, "proof-nobody-prints")
    expect(told(card)).to_contain_text(why)
    expect(card.locator(".game-counts b")).to_have_text(said(language, "done"))
    assert card.page.evaluate("solved") == [{"goal": BETWEEN, "solved": True, "departures": 0}]


@pytest.mark.slow
@LANGUAGES
def test_what_cannot_be_avoided_is_said(language: str, open_card: OpenCard) -> None:
    """Before it has come, unless nothing is printed until then; who gives up is shown the way."""
    card = open_card(language, **LOCKS)
    start(card)
    choices(card).nth(1).click()
    before = output(card)
    while said(language, "ran-on") not in told(card).inner_text():
        before = output(card)
        choices(card).first.click()
    assert len(output(card)) - len(before) < 2
    waits = {"name": "Task-2", "line": 13, "what": "paper"}
    expect(told(card)).to_contain_text(said(language, "waits-at", **waits))
    card.locator(".game-head select").select_option(str(DEADLOCK))
    press(card, language, "show-me")
    expect(told(card)).to_contain_text(said(language, "shown", count=1))
    expect(told(card)).to_contain_text("Task-2")
    press(card, language, "restart")
    press(card, language, "claim")
    expect(told(card)).to_contain_text(said(language, "refuted"))


@pytest.mark.slow
def test_a_goal_that_is_out_of_reach_is_said(open_card: OpenCard) -> None:
    """As soon as no choice leads there any more; taken back, it can be reached again."""
    card = open_card("en", **SPEAKERS)
    start(card, BOB_FIRST)
    for _ in range(5):
        choices(card).first.click()
    expect(told(card)).to_contain_text(said("en", "out-of-reach"))
    for _ in range(5):
        press(card, "en", "take-back")
    expect(told(card)).not_to_contain_text(said("en", "out-of-reach"))


@pytest.mark.slow
@LANGUAGES
def test_timers_may_be_early(language: str, open_card: OpenCard) -> None:
    """If the reader says so, or if his goal needs that."""
    card = open_card(language)
    start(card)
    timers = card.get_by_role("list", name=said(language, "early-timers"))
    expect(timers).to_have_count(0)
    card.locator(".snippet-game input[type=checkbox]").check()
    for _ in range(2):
        choices(card).first.click()
    timers.get_by_role("button").last.click()
    expect(told(card)).to_contain_text("Task-3")
    departures(card, language, 1)
    card.locator(".game-head select").select_option("0")
    expect(card.locator(".snippet-game input[type=checkbox]")).not_to_be_checked()
    expect(card.locator(".snippet-game input[type=checkbox]")).to_be_disabled()


@pytest.mark.slow
def test_the_address_opens_it(open_card: OpenCard) -> None:
    """With a goal or without; and says where the reader is."""
    card = open_card("en", **SPEAKERS, address=f"#{SPEAKERS['card']}:goal-{BETWEEN}")
    expect(card.locator(".game-head select")).to_have_value(str(BETWEEN))
    card.locator(".game-head select").select_option("-1")
    expect(card.page).to_have_url(f"{card.page.url.split('#')[0]}#{SPEAKERS['card']}:play")
    card.page.reload()
    expect(choices(card).first).to_be_visible()
    card.page.keyboard.press("Escape")


WAYS = """
async () => {
  const found = [];
  for (const card of document.querySelectorAll("[data-board]")) {
    const board = await Turns.loadBoard(card);
    board.goals.forEach((wanted, index) => {
      const goal = new Turns.Goal(board, wanted);
      const position = new Turns.Position(board, wanted.mode);
      const way = board.ways[index];
      let hope = goal.canBeReached(position);
      while (wanted.par !== null && position.place.moves.length && !goal.isReached(position)) {
        position.choose(way[position.path.length] ?? 0);
        hope &&= goal.canBeReached(position);
      }
      found.push([card.id, index, wanted.par, goal.isReached(position), hope, position.departures]);
    });
  }
  return found;
}
"""


@pytest.mark.parametrize("path", ["event-loop/index.html", "scheduling/fifo.html", "cards.html"])
def test_each_way_leads_to_its_goal(path: str, site: str, open_page: OpenPage) -> None:
    """With as many departures as its par says; and on the way it can be reached all the time."""
    page = open_page()
    page.goto(f"{site}/en/{path}")
    found = page.evaluate(WAYS)
    assert found
    for card, goal, par, is_reached, hope, departures in found:
        assert (is_reached, hope, departures) == (par is not None, True, par or 0), (card, goal)


@pytest.mark.slow
@LANGUAGES
def test_each_choice_says_what_it_costs(language: str, open_card: OpenCard) -> None:
    """Whoever was passed over may be passed over again for nothing, and is said to have been."""
    card = open_card(language, **SPEAKERS)
    start(card)
    costs, held = said(language, "costs"), said(language, "passed-over")
    expect(choices(card).nth(0)).not_to_contain_text(costs)
    expect(choices(card).nth(1)).to_contain_text(costs)
    choices(card).nth(1).click()
    departures(card, language, 1)
    expect(choices(card).nth(0)).to_contain_text(held)
    expect(choices(card).nth(1)).not_to_contain_text(costs)
    choices(card).nth(1).click()
    departures(card, language, 1)


@LANGUAGES
def test_callbacks_are_told_apart(language: str, open_card: OpenCard) -> None:
    """By what they are called with."""
    where = {
        "path": "event-loop/ready-queue.html",
        "card": "snippet-event-loop-tasks-and-callbacks",
    }
    card = open_card(language, **where)
    card.evaluate("card => card.classList.add('predicted')")
    start(card)
    expect(card.locator(".game-choices")).to_contain_text("print('callback A')")
    expect(card.locator(".player-queue")).to_contain_text("print('callback A')")


@pytest.mark.slow
@LANGUAGES
def test_what_can_no_longer_matter_runs_by_itself(language: str, open_card: OpenCard) -> None:
    """After the last line there is nothing to choose, and the game says so."""
    card = open_card(language, **SPEAKERS)
    start(card)
    while len(output(card)) < 6:
        choices(card).first.click()
    expect(choices(card)).to_have_count(0)
    expect(told(card)).to_contain_text(said(language, "end-finished"))
    expect(card.locator(".game-counts b")).to_have_text(said(language, "over"))
    card.locator(".snippet-game").press("u")
    assert len(output(card)) < 6, "a step back leads to a choice"
    expect(choices(card).first).to_be_visible()


@pytest.mark.parametrize("size", [(1280, 900), (390, 844)], ids=str)
def test_choices_are_in_sight_with_the_code(size: tuple[int, int], open_card: OpenCard) -> None:
    """Wherever the reader has scrolled in a long card."""
    width, height = size
    card = open_card("zh", **SPEAKERS, width=width, height=height)
    start(card)
    card.locator(".highlight").scroll_into_view_if_needed()
    card.page.mouse.move(width / 2, 10)
    card.evaluate("card => scrollTo(0, card.getBoundingClientRect().top + scrollY - 80)")
    expect(choices(card).first).to_be_in_viewport(ratio=1)
    covered = """(all) => all.filter((one) => {
      const { left, top, height } = one.getBoundingClientRect();
      return height > 6 && !one.contains(document.elementFromPoint(left + 2, top + 6));
    }).length"""
    assert card.locator(".highlight .player-line").evaluate_all(covered) == 0


@pytest.mark.slow
def test_player_and_game_take_turns(open_card: OpenCard) -> None:
    """One is open at a time."""
    card = open_card("en", **SPEAKERS)
    start(card)
    card.locator(".snippet-step").click()
    expect(card.locator(".snippet-game")).to_be_hidden()
    expect(card.locator(".snippet-player")).to_be_visible()
    start(card)
    expect(card.locator(".snippet-player")).to_be_hidden()


def test_a_card_may_ask_for_one_goal(open_card: OpenCard) -> None:
    """Then the reader cannot choose another."""
    card = open_card("en", **SPEAKERS)
    card.evaluate(f"card => (card.dataset.goal = {BOB_FIRST})")
    start(card)
    expect(card.locator(".game-head select")).to_be_hidden()
    expect(card.locator(".game-head")).to_contain_text("Bob: begins")


def test_of_what_nothing_is_proven_there_is_no_game(open_card: OpenCard) -> None:
    """Such as a program with threads."""
    card = open_card(
        "en", card="snippet-await-thread-pool", path="await/threads-and-processes.html"
    )
    expect(card.locator(".snippet-step")).to_have_count(1)
    expect(card.locator(".snippet-play")).to_have_count(0)


def test_a_part_of_a_map_says_so(open_card: OpenCard) -> None:
    """And which choices are not on it."""
    where = {"path": "scheduling/fifo.html", "card": "snippet-scheduling-passes-of-a-wakeup"}
    card = open_card("en", **where)
    card.evaluate("card => card.classList.add('predicted')")
    start(card)
    expect(card.locator(".snippet-game")).to_contain_text(said("en", "part"))
