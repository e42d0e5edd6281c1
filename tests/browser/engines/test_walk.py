"""Everything that can be pressed is pressed once in Firefox and in WebKit, and Tab leads to it."""

import pytest
from reader import Reader

from tools.project import HERE, LANGUAGES

# A desk in one language and a phone in the other; WebKit's window cannot be narrower.
WIDTHS = dict(zip(LANGUAGES, (460, 1280), strict=True))
CHAPTER = min(path.parent.name for path in HERE.docs.glob("en/*/index.md"))
"""One: what can be pressed is of the same kinds in all."""
PAGES = ["index", "cards", f"{CHAPTER}/index", "search"]
EXERCISES = [path.stem for path in HERE.docs.glob("en/practice.md")]


@pytest.mark.slow
@pytest.mark.parametrize("page", [*PAGES, *EXERCISES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_pressed_does_something(reader: Reader, language: str, page: str) -> None:
    """One control of each kind on the page, as a mouse or keys would, and no error comes of it."""
    reader.engine.resize(WIDTHS[language], 800)
    reader.open(f"{language}/{page}.html")
    assert reader.press_everything(language) == []


@pytest.mark.slow
@pytest.mark.parametrize("page", ["index", "cards", *EXERCISES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tab_leads_to_all_of_it(reader: Reader, language: str, page: str) -> None:
    """Whoever has no mouse comes to each control that is to be seen."""
    reader.engine.resize(WIDTHS[language], 800)
    reader.open(f"{language}/{page}.html")
    assert reader.follow_the_focus() == []
