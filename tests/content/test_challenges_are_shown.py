"""Each challenge stands on the page once, in both languages in the same order."""

import re

import pytest

from tools.project import HERE, LANGUAGES

_LISTS = re.compile(r"^:::\{challenges\}\n(.*?)^:::", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_challenge_is_shown_once(language: str) -> None:
    """From easy to hard, as the page has it; whoever adds one sees that it is missing here."""
    page = (HERE.docs / language / "challenges.md").read_text("utf-8")
    shown = [name for names in _LISTS.findall(page) for name in names.split()]
    there = [path.stem for path in (HERE.docs / "_challenges").glob("*.py")]
    assert sorted(shown) == sorted(there)
    other = (HERE.docs / "en" / "challenges.md").read_text("utf-8")
    assert _LISTS.findall(page) == _LISTS.findall(other)
