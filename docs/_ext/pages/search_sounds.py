"""Which characters sound alike: who writes Chinese types sounds, and may take the wrong character.

GB 2312 has the 3,755 usual characters in the order of their sounds, and every browser can read it.
So it is enough to say how many beside a character sound like it; tones are not typed.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from pypinyin import Style, pinyin

from pages.search_terms import is_chinese, packed

if TYPE_CHECKING:
    from collections.abc import Iterable


def _usual() -> str:
    """Return the usual characters: the first level of GB 2312, which ends five before its row."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return b"".join(rows)[:-10].decode("gb2312")


_USUAL = _usual()


def alike(words: Iterable[str]) -> str:
    """Say of each Chinese character in words how many before and after it sound like it.

    Two characters for each, in the order in which they are met first; `spelling.js` reads it.
    """
    met = dict.fromkeys(one for one in "".join(words) if is_chinese(one))
    return "".join(packed(count) for one in met for count in _beside(one))


@cache
def _beside(character: str) -> tuple[int, int]:
    """Return how many before and after a character sound like it, in the one way or another."""
    at = _USUAL.find(character)
    if at < 0:
        return 0, 0

    def count(characters: Iterable[str], sound: str) -> int:
        return sum(1 for _ in takewhile(lambda one: sound in _sounds(one), characters))

    all_ = [
        (count(_USUAL[:at][::-1], sound), count(_USUAL[at + 1 :], sound))
        for sound in _sounds(character)
    ]
    return max(all_, key=sum)


def _sounds(character: str) -> list[str]:
    """Return how a character may be said, without tones."""
    return pinyin(character, style=Style.NORMAL, heteronym=True)[0]
