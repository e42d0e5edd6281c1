"""The practice page: levels are opened, tried and kept, by mouse and keys, in both languages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from card.levels import MOST
from language.languages import CHINESE, ENGLISH, Language
from language.words import word

OpenPage = Callable[..., Page]
LANGUAGES = pytest.mark.parametrize(
    "language", [ENGLISH, CHINESE], ids=lambda language: str(language.tag)
)
# What a card says when its goal is reached.
REACHED = """([level, departures]) => level.querySelector("figure").dispatchEvent(
  new CustomEvent("turns:goal", {
    bubbles: true,
    detail: { goal: 0, solved: departures !== null, departures },
  }),
)"""
KEPT = "localStorage.getItem('whose-turn-practice')"


@pytest.fixture
def practice(site: str, open_page: OpenPage) -> Callable[..., Page]:
    """Return a function that opens the page."""

    def open_it(language: Language = ENGLISH, address: str = "", **options: object) -> Page:
        page = open_page(**options)
        page.goto(f"{site}/{'en' if language is ENGLISH else 'zh'}/practice.html{address}")
        return page

    return open_it


def level(page: Page, number: int) -> Locator:
    """Return a level."""
    return page.locator(f"#level-{number}")


def reached(page: Page, number: int, departures: int | None = 1) -> None:
    """Have the card of a level say that its goal is reached; or not, without departures."""
    page.evaluate(REACHED, [level(page, number).element_handle(), departures])


def progress(page: Page) -> Locator:
    """Return what is said of all levels."""
    return page.locator(".practice-progress [role=status]")


def count(language: Language, solved: int) -> str:
    """Say how many levels are solved."""
    return word(language, "levels-how-many").format(solved=solved, count=MOST)


def asking(page: Page, kind: str) -> Locator:
    """Return the first level with such a question."""
    return page.locator(f"[data-level*=':{kind}:']").first


@LANGUAGES
def test_a_level_that_is_solved_says_what_is_behind_it(
    practice: Callable[..., Page], language: Language
) -> None:
    """In text and not in colour alone; the count is announced, and the page leads on."""
    page = practice(language)
    expect(progress(page)).to_have_text(count(language, 0))
    first = level(page, 1)
    first.locator("summary").click()
    expect(first.locator(".highlight")).to_be_visible()
    expect(first.locator(".behind")).to_be_hidden()
    reached(page, 1, None)
    expect(first.locator(".practice-done")).to_have_count(0)
    reached(page, 1)
    expect(first.locator(".practice-done")).to_have_text(
        f"✓ {word(language, 'levels-solved-in-one')}"
    )
    expect(first.locator(".behind")).to_be_visible()
    expect(first.locator(".behind p a").first).to_have_attribute("href", re.compile("#rule-"))
    expect(progress(page)).to_have_text(count(language, 1))
    following = word(language, "levels-next-level").format(number=2)
    first.get_by_role("link", name=following).click()
    expect(level(page, 2).locator("summary")).to_be_focused()
    expect(level(page, 2)).to_have_attribute("open", "")


@pytest.mark.slow
@LANGUAGES
@pytest.mark.parametrize("kind", ["values", "promise"])
def test_a_question_is_a_level(
    practice: Callable[..., Page], language: Language, kind: str
) -> None:
    """A wrong answer does not solve it, and says why; the right one does. No score counts it."""
    page = practice(language)
    one = asking(page, kind)
    one.locator("summary").click()
    right = one.locator("fieldset").get_attribute("data-right")
    one.locator(f"input:not([value={right}])").first.check()
    one.locator(".predict-check").click()
    expect(one.locator(".predict-wrong")).to_be_visible()
    expect(one.locator(".practice-done")).to_have_count(0)
    one.get_by_role("button", name=word(language, "card-try-again")).click()
    one.locator(f"input[value={right}]").check()
    one.locator(".predict-check").click()
    expect(one.locator(".predict-right")).to_be_focused()
    expect(one.locator(".practice-done")).to_have_text(f"✓ {word(language, 'levels-solved')}")
    assert page.evaluate("localStorage.getItem('whose-turn-predictions')") is None


@pytest.mark.slow
def test_what_is_solved_is_kept_for_both_languages(practice: Callable[..., Page]) -> None:
    """With the fewest departures so far; it outlasts the page, and can be forgotten."""
    page = practice()
    reached(page, 3, 2)
    reached(page, 3, 3)
    reached(page, 1, 1)
    page.goto(page.url.replace("/en/", "/zh/"))
    expect(progress(page)).to_have_text(count(CHINESE, 2))
    expect(level(page, 3).locator(".practice-done")).to_contain_text("2")
    lead = page.locator(".practice-progress a")
    expect(lead).to_have_text(word(CHINESE, "levels-next-level").format(number=2))
    page.locator(".practice-progress button").click()
    expect(progress(page)).to_have_text(count(CHINESE, 0))
    expect(page.locator(".practice-done")).to_have_count(0)
    expect(level(page, 1).locator("summary")).to_be_focused()
    assert page.evaluate(KEPT) == "{}"


def test_keys_are_enough(practice: Callable[..., Page]) -> None:
    """Enter opens a level, and Tab leads through it."""
    page = practice()
    one = asking(page, "values")
    one.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(one).to_have_attribute("open", "")
    while not one.locator("input").first.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(one.locator("input").first).to_be_checked()


def test_an_address_opens_its_level(practice: Callable[..., Page]) -> None:
    """Such as one that a reader has sent to another."""
    page = practice(address="#level-9")
    expect(level(page, 9)).to_have_attribute("open", "")
    expect(level(page, 9).locator("summary")).to_be_in_viewport()


def test_a_level_shows_no_answer(practice: Callable[..., Page]) -> None:
    """Neither output nor marks nor a picture stand in any of the cards."""
    page = practice()
    assert page.locator("[data-level]").count() == MOST
    given_away = page.locator("[data-level] figure").locator(
        ".snippet-output, .snippet-picture, .snippet-outcomes, .snippet-lead, button.mark"
    )
    assert given_away.count() == 0


@LANGUAGES
def test_without_scripts_it_is_a_list(practice: Callable[..., Page], language: Language) -> None:
    """The page says so; a level opens to its program and to the rule."""
    page = practice(language, java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".practice-progress")).to_be_hidden()
    level(page, 1).locator("summary").click()
    expect(level(page, 1).locator(".highlight")).to_be_visible()
    expect(level(page, 1).locator(".behind")).to_be_visible()


def test_on_paper_it_is_a_list(practice: Callable[..., Page]) -> None:
    """Of goals, each with its rule; no card."""
    page = practice()
    page.emulate_media(media="print")
    expect(level(page, 1).locator(".behind")).to_be_visible()
    expect(level(page, 1).locator("figure")).to_be_hidden()
    expect(page.locator(".practice-progress")).to_be_hidden()


def test_levels_fit_a_phone(practice: Callable[..., Page]) -> None:
    """Nothing is wider than the screen, and each row can be hit."""
    page = practice(width=390, height=844, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    heights = page.locator("[data-level] summary").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def level_of(page: Page, *, possible: bool) -> Locator:
    """Return the first level whose goal can be reached, or cannot."""
    mark = "[data-par]" if possible else ":not([data-par]):has([data-goal])"
    return page.locator(f"[data-level]{mark}").first


@pytest.mark.slow
@LANGUAGES
def test_a_goal_is_reached_in_the_game(practice: Callable[..., Page], language: Language) -> None:
    """As the board knows how: the level is solved with par."""
    page = practice(language)
    one = level_of(page, possible=True)
    one.locator("summary").click()
    one.get_by_role("button", name=word(language, "open-game"), exact=True).click()
    goal = int(one.locator("figure").get_attribute("data-goal") or "")
    way = page.evaluate(
        "async ([card, goal]) => (await Turns.loadBoard(card)).ways[goal]",
        [one.locator("figure").element_handle(), goal],
    )
    while not one.locator(".practice-done").count():
        one.locator(f".game-choices button[data-move='{way.pop(0) if way else 0}']:visible").click()
    par = word(language, "levels-solved-in-one")
    expect(one.locator(".practice-done")).to_have_text(f"✓ {par}")
    expect(one.locator(".behind")).to_be_visible()
    one.locator(".game-links").get_by_role("link", name=word(language, "levels-behind")).click()
    expect(one.locator(".behind")).to_be_in_viewport()
    one.locator(".game-links a").last.click()
    expect(page.locator("[data-level]:focus-within")).to_have_count(1)
    expect(one).not_to_have_attribute("id", page.url.partition("#")[2])


@LANGUAGES
def test_who_finds_out_that_nobody_can_has_solved_it(
    practice: Callable[..., Page], language: Language
) -> None:
    """The goal cannot be reached, and saying so is the answer."""
    page = practice(language)
    one = level_of(page, possible=False)
    one.locator("summary").click()
    one.get_by_role("button", name=word(language, "open-game"), exact=True).click()
    one.get_by_role("button", name=word(language, "game-claim"), exact=True).click()
    expect(one.locator(".practice-done")).to_have_text(f"✓ {word(language, 'levels-solved')}")
