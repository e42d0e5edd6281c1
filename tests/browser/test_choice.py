"""Questions that are answered by choosing, by mouse and keys, in both languages."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from card.choices import PROMISES
from language.languages import CHINESE, ENGLISH
from language.words import word
from tools.project import HERE as PROJECT
from turns.exploring.mistakes import BELIEFS

OpenCard = Callable[..., Locator]

VALUES = {"path": "await/what-suspends.html", "card": "snippet-await-lost-update"}
PROMISE = {"path": "event-loop/timers.html", "card": "snippet-event-loop-deadline-order"}
LANGUAGES = pytest.mark.parametrize(
    "language", [ENGLISH, CHINESE], ids=lambda language: str(language.tag)
)
FOLDERS = {ENGLISH: "en", CHINESE: "zh"}


def choose(card: Locator, behind: str) -> None:
    """Choose the answer that this is behind, and have it checked."""
    card.locator(f"input[value={behind}]").check()
    card.locator(".predict-check").click()


@pytest.mark.slow
@LANGUAGES
def test_a_wrong_value_is_answered_by_the_mistake_behind_it(
    open_card: OpenCard, language: object
) -> None:
    """And by what promises the line its place; the reader's answer is still there afterwards."""
    card = open_card(FOLDERS[language], **VALUES)
    expect(card.locator(".snippet-output")).to_be_hidden()
    expect(card.locator("fieldset pre")).to_have_text("Ann: sold one, 9 left")
    choose(card, "pause-holds")
    verdict = card.locator(".predict-verdict")
    expect(verdict).to_have_text(word(language, "player-mistake-pause-holds"))
    expect(verdict).to_be_focused()
    expect(card.locator(".snippet-output")).to_be_visible()
    why = word(language, "mark-queue-earlier").split("{", maxsplit=1)[0]
    expect(card.locator(".predict-answer li")).to_contain_text(why)
    card.get_by_role("button", name=word(language, "card-try-again")).click()
    expect(card.locator("input[value=pause-holds]")).to_be_checked()
    choose(card, "right")
    expect(verdict).to_have_text(word(language, "player-right-answer"))
    card.get_by_role("button", name=word(language, "card-try-again")).click()
    expect(card.locator("input:checked")).to_have_count(0)


@pytest.mark.slow
@LANGUAGES
def test_a_wrong_promise_is_answered_by_its_meaning(open_card: OpenCard, language: object) -> None:
    """And by what the mark of the line says."""
    card = open_card(FOLDERS[language], **PROMISE)
    assert card.locator("fieldset input").evaluate_all("all => all.map(one => one.value)") == [
        *PROMISES
    ]
    choose(card, "documented")
    verdict = card.locator(".predict-verdict")
    expect(verdict).to_contain_text(word(language, "predict-by-documented"))
    said = word(language, "mark-clock-earlier").split("{", maxsplit=1)[0]
    expect(card.locator(".predict-answer li")).to_contain_text(said)
    card.get_by_role("button", name=word(language, "card-try-again")).click()
    choose(card, "clock")
    expect(verdict).to_have_text(word(language, "player-right-answer"))


@LANGUAGES
def test_who_has_not_chosen_is_asked_to(open_card: OpenCard, language: object) -> None:
    """Nothing is shown, and nothing counts."""
    card = open_card(FOLDERS[language], **VALUES)
    card.locator(".predict-check").click()
    expect(card.locator(".predict-moved")).to_have_text(word(language, "card-choose"))
    expect(card.locator(".predict-moved")).to_be_visible()
    expect(card.locator(".snippet-output")).to_be_hidden()
    assert card.page.evaluate("localStorage.length") == 0


@pytest.mark.slow
def test_keys_are_enough_to_choose(open_card: OpenCard) -> None:
    """Tab reaches the answers, arrows choose, and the focus goes to the verdict."""
    card = open_card(**VALUES)
    press = card.page.keyboard.press
    card.locator("input").first.focus()
    press("ArrowDown")
    expect(card.locator("input").nth(1)).to_be_checked()
    while not card.locator(".predict-check").evaluate("one => one === document.activeElement"):
        press("Tab")
    press("Enter")
    expect(card.locator(".predict-verdict")).to_be_focused()


@pytest.mark.slow
@LANGUAGES
def test_every_mistake_has_its_sentence(open_card: OpenCard, language: object) -> None:
    """Whatever a wrong answer stands for, the page can say it."""
    mistakes = {"schedule", "clock", "counted", "later", *BELIEFS}
    for path in PROJECT.docs.glob("_recordings/*/*.json"):
        found = json.loads(path.read_text("utf-8"))
        mistakes |= {one["mistake"] for one in found.get("mistaken", ())}
    card = open_card(FOLDERS[language], **VALUES)
    choose(card, "right")
    expect(card.locator(".predict-verdict")).to_be_visible()
    keys = [f"mistake-{one}" for one in sorted(mistakes)]
    said = card.page.evaluate("keys => keys.map((key) => Turns.say(key))", keys)
    assert [one for one in said if one.startswith("mistake-")] == []


def test_without_scripts_nothing_is_chosen(open_card: OpenCard) -> None:
    """The output is there at once."""
    card = open_card(java_script_enabled=False, **VALUES)
    expect(card.locator("fieldset")).to_be_hidden()
    expect(card.locator(".snippet-output")).to_be_visible()
