"""Which paragraph of a docstring a card shows."""

import pytest

from card.nodes import lead
from language.languages import CHINESE, ENGLISH, Language

BOTH = "A turn is called 轮次 in Chinese.\n\n一个任务运行一次，叫作一个轮次（turn）。"


@pytest.mark.parametrize(
    ("docstring", "language", "begins", "classes"),
    [
        (BOTH, ENGLISH, "A turn", ["snippet-lead"]),
        (BOTH, CHINESE, "一个任务", ["snippet-lead"]),
        ("只有中文。", ENGLISH, "只有中文", ["snippet-lead", "language-zh-Hans"]),
        ("A turn, 轮次.", CHINESE, "A turn", ["snippet-lead", "language-en"]),
    ],
)
def test_the_paragraph_of_the_page_is_shown(
    docstring: str, language: Language, begins: str, classes: list[str]
) -> None:
    """Words that it quotes of the other language do not count; the other's paragraph says so."""
    (paragraph,) = lead(docstring, language)
    assert paragraph.astext().startswith(begins)
    assert paragraph["classes"] == classes
