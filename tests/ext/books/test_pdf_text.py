"""The tables of a font that say which characters its glyphs stand for."""

import unicodedata

import pytest

from books import pdf_text


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<01> <2F00>\n<02> <4E8C>\n", "<01> <4E00>\n<02> <4E8C>\n"),
        ("<0010> <2ED3>\n", "<0010> <957F>\n"),
        ("<10> <12> <0041>\n", "<10> <12> <0041>\n"),
        ("<10> <12> <2F08>\n", "<10> <12> [<4EBA> <513F> <5165>]\n"),
    ],
)
def test_radicals_become_characters(table: str, expected: str) -> None:
    """One by one, and in ranges, which are spelled out."""
    assert pdf_text.with_characters(table) == expected


def test_the_characters_are_those_of_mainland_china() -> None:
    """Unicode's own equivalent of one radical is the form of Taiwan."""
    assert chr(pdf_text.character(ord("⼾"))) == "户"
    assert unicodedata.normalize("NFKC", "⼾") == "戶"


def test_only_radicals_change() -> None:
    """Others stay, also those for which Unicode has an equivalent."""
    for one in "一A，ｆ①":
        assert pdf_text.character(ord(one)) == ord(one)
