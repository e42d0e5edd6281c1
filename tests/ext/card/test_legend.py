"""Marks and elements of the picture by themselves, for the page that explains them."""

import re

import pytest

from card.legend import SAMPLES
from card.marks import SHAPES
from tools.project import HERE, LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_is_explained(language: str) -> None:
    """The page about cards shows each once."""
    page = (HERE.docs / language / "cards.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\{legend\}`(\w+)`", page)) == sorted([*SHAPES, *SAMPLES])
