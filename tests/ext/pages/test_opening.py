"""The question that a page begins with."""

import pytest
from docutils.core import publish_doctree

from pages.opening import asked, opening_of


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Two tasks wait.\nWho is ``first``?", "Two tasks wait. Who is first?"),
        ("Why?\nHere is why.", "Why?"),
        ("谁先来？\n往下读。", "谁先来？"),
        ("Press a button.", "Press a button."),
        (".. note:: Not this.\n\nBut this?", "But this?"),
        ("- only a list", ""),
    ],
)
def test_the_first_paragraph_up_to_its_last_question(text: str, opening: str) -> None:
    """Plain text, in one line; all of it where nothing is asked."""
    page = f"Title?\n======\n\n{text}\n\nNot this?\n\nDeeper\n------\n\nNor this?\n"
    if not opening:
        page = f"Title?\n======\n\n{text}\n"
    doctree = publish_doctree(page, settings_overrides={"doctitle_xform": False})
    assert opening_of(doctree) == opening


def test_a_page_without_a_title_has_none() -> None:
    """It is a warning elsewhere."""
    assert opening_of(publish_doctree("Text.", settings_overrides={"doctitle_xform": False})) == ""


def test_a_question_that_is_too_long_is_left_out() -> None:
    """What is asked before it stays; where nothing is, nothing."""
    page = "Title\n=====\n\nWho?\nOr is it somebody else? Yes.\n"
    doctree = publish_doctree(page, settings_overrides={"doctitle_xform": False})
    assert asked(doctree) == "Who? Or is it somebody else?"
    assert asked(doctree, 10) == "Who?"
    assert asked(doctree, 3) == ""
