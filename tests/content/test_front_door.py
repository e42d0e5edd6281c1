"""What somebody who is new here finds at once: answers, lists, and where to run a program."""

import re

import pytest

from tools.project import HERE, LANGUAGES

ASKED = re.compile(r"^\d\. \[\]\(#(q-[a-z-]+)\)\n(?P<answer>(?:   .+\n)?)", re.MULTILINE)
LINK = re.compile(r"\[\]\(#")
CARD = re.compile(r"^:::\{snippet\}", re.MULTILINE)
LISTS = {"errors": 15, "questions/index": 10, "claims": 10}
"""Pages on which one looks something up, and how many of their entries are linked before a card."""
TERMINAL = {"en": "command-line", "zh": "命令行"}

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def text_of(page: str, language: str) -> str:
    """Return a page of the book."""
    return (HERE.docs / language / page).with_suffix(".md").read_text("utf-8")


def test_what_is_asked_most_is_answered_on_the_home_page(language: str) -> None:
    """A short answer stands below each question, which links to the long one."""
    found = {
        asked[1]: asked["answer"].strip() for asked in ASKED.finditer(text_of("index", language))
    }
    assert len(found) == 5
    assert all(found.values())
    assert {"q-create-task-now", "q-never-retrieved"} <= {*found}


@pytest.mark.parametrize(("page", "count"), LISTS.items())
def test_the_list_comes_first(language: str, page: str, count: int) -> None:
    """No exercise stands before what the reader came for."""
    text = text_of(page, language)
    card = CARD.search(text)
    assert card
    assert len(LINK.findall(text, 0, card.start())) >= count


def test_every_message_is_in_the_list_of_messages(language: str) -> None:
    """An entry that is added is added there, too."""
    text = text_of("errors", language)
    listed = re.findall(r"^  - \[\]\(#([\w-]+)\)$", text, re.MULTILINE)
    assert listed == re.findall(r"^\(([\w-]+)\)=\n### ", text, re.MULTILINE)


def test_the_page_about_the_terminal_says_so(language: str) -> None:
    """Nobody who looks for the playground takes it for that."""
    title = re.search(r"^# (.+)$", text_of("own-program", language), re.MULTILINE)
    assert title
    assert TERMINAL[language] in title[1]
    assert "`turns`" in title[1]
