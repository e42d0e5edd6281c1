"""What readers come for, in Firefox and in WebKit: each step shows what it should."""

import pytest
from reader import Reader

from tools.project import LANGUAGES

CARD = "#snippet-event-loop-two-kettles"
QUESTION = "#snippet-event-loop-whose-turn"
TURN = {"en": "Turn {} of 15", "zh": "第 {} 个轮次（共 15 个）"}
OTHER = {"en": "zh-Hans", "zh": "en"}
FOUND = {"en": "await", "zh": "就绪"}
ESCAPE, DOWN, ENTER = "\ue00c", "\ue015", "\ue007"

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("language", LANGUAGES)]


def test_the_player_steps(reader: Reader, language: str) -> None:
    """By its button, by a click into the picture and by keys, until Escape closes it."""
    reader.open(f"{language}/event-loop/index.html")
    reader.press(f"{CARD} .snippet-step")
    reader.sees(f"{CARD} .player-told", TURN[language].format(1))
    reader.press(f"{CARD} .player-next")
    reader.sees(f"{CARD} .player-told", TURN[language].format(2))
    reader.press(f'{CARD} .snippet-picture [data-turn="5"]')
    reader.sees(f"{CARD} .player-told", TURN[language].format(5))
    reader.press(f"{CARD} .player-last")
    reader.sees(f"{CARD} .player-told", TURN[language].format(10))
    reader.type(ESCAPE)
    reader.sees(f"{CARD}:not(:has(.player-told:not([hidden] *)))")


def test_a_page_from_a_disk_has_all_that_is_its_own(reader: Reader, language: str) -> None:
    """Its policy lets in what lies beside it, and the search is found."""
    reader.engine.go((reader.folder / language / "event-loop/index.html").as_uri())
    reader.press(f"{CARD} .snippet-step")
    reader.sees(f"{CARD} .player-told", TURN[language].format(1))
    reader.press(".sidebar-search")
    reader.type(FOUND[language] + ENTER)
    reader.sees(".search-results a")


def test_a_mark_explains_and_plays_the_other_run(reader: Reader, language: str) -> None:
    """Its popover opens, and the run in which the line comes earlier is played."""
    reader.open(f"{language}/event-loop/index.html")
    reader.press(f"{CARD} button.mark-queue")
    reader.press(f"{CARD} .mark-why:popover-open .snippet-whatif")
    reader.sees(f"{CARD} .player-if")
    reader.sees(f"{CARD} .player-output", "large: on")


def test_a_question_is_answered(reader: Reader, language: str) -> None:
    """Whoever checks the order is told what to think of it, and sees the output."""
    reader.open(f"{language}/index.html")
    reader.press(f"{QUESTION} .predict-check")
    reader.sees(f"{QUESTION} .predict-verdict")
    reader.sees(f"{QUESTION} .snippet-line", "task: hello")


def test_the_search_finds(reader: Reader, language: str) -> None:
    """The page of results has some, and the list below the box leads to a page by keys."""
    reader.open(f"{language}/search.html?q={FOUND[language]}")
    reader.sees(".search-results a")
    reader.press(".sidebar-search")
    reader.type("await")
    reader.sees(".search-panel [role=option]", "await")
    reader.type(DOWN + ENTER)
    reader.sees("body:not(:has(#search-page)) article h1")


def test_language_and_theme_change(reader: Reader, language: str) -> None:
    """The switch leads to the same page in the other language, and the theme is not the same."""
    reader.open(f"{language}/event-loop/index.html")
    before = reader.engine.run("return document.body.dataset.theme;")
    reader.press(".theme-toggle")
    reader.sees(f'body:not([data-theme="{before}"])')
    reader.press(".language-switch")
    reader.sees(f'html[lang="{OTHER[language]}"] article h1')
