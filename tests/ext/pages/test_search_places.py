"""Where words are, in few bits; that the browser reads them is tested in `tests/browser/`."""

from base64 import b64decode

from pages.search_places import pack

PAGES = [4] * 50
"""Sections of pages."""


def size(words: list[list[int]]) -> int:
    """Return the bytes that it takes to say where words are."""
    return len(b64decode(pack(words, PAGES).places))


def test_what_is_expected_takes_little_room() -> None:
    """A word on each page, in all its sections; a page that has more than others."""
    everywhere = [[*range(200)]] * 100
    assert size(everywhere) < 300
    scattered = [[(one * 37 + word * 91) % 200 for one in range(20)] for word in range(100)]
    on_one_page = [[word % 4, 4 + word % 3] for word in range(100)]
    assert size([sorted(one) for one in scattered]) < 100 * 20
    assert size(on_one_page) < 100


def test_the_longest_page_is_the_measure() -> None:
    """It has 90, and a page without a word, 1."""
    assert pack([[0, 1, 2, 3, 4], [0, 1]], PAGES).sizes.startswith(
        f"{chr(35 + 90)}{chr(35 + 15)}$$"
    )
    assert pack([], PAGES).sizes == "$" * len(PAGES)
