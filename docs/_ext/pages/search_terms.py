"""The index of the search: which words are in which sections, packed as text for `search/index.js`.

Words are as they are written; what belongs together (stems, names and their parts) is found in the
browser, so that the two have in common only where a word begins and ends.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*|_+[A-Za-z0-9_]+|[\u3400-\u9fff]+")
_JOINED = re.compile(r"[a-z][A-Z]")
"""Where words are joined in a name; such a name keeps its capitals, all else loses them."""
_FREQUENT = 1
"""A pair of characters that is there more often than this is a word."""
_FIRST = 35
"""The code of the character that stands for 0: the one after the quotation mark."""
_END = "!"
"""Between words, and behind the places of each."""


class Packed(NamedTuple):
    """The index as two texts."""

    words: str
    """In order: of each, how many characters it has in common with the one before, and the rest."""
    places: str
    """Of each, how many sections come before the first one with it, and between it and the next."""


def parts(text: str, stop: str) -> Iterator[str]:
    """Yield the Latin words of a text, and its runs of Chinese characters.

    `stop` are words that do not count, with spaces between them. Nothing stands between words in
    Chinese: there these divide a run into several.
    """
    words = stop.split()
    left_out = {*words}
    between = "|".join(sorted((word for word in words if _is_chinese(word)), key=len, reverse=True))
    for word in _WORD.findall(text):
        if _is_chinese(word):
            yield from filter(None, re.split(between or "$^", word))
        elif word.lower() not in left_out:
            yield word if _JOINED.search(word) else word.lower()


def pack(sections: Iterable[str], stop: str) -> Packed:
    """Pack the texts of sections, in order, without the words in `stop`."""
    cut = [[*parts(text, stop)] for text in sections]
    runs = (part for text in cut for part in text if _is_chinese(part))
    often = Counter(pair for run in runs for pair in pairs(run))
    places: dict[str, str] = {}
    last: dict[str, int] = {}
    for number, text in enumerate(cut):
        for word in {*_words(text, often)}:
            gap = number - last.get(word, -1) - 1
            places[word] = places.get(word, "") + chr(_FIRST + gap)
            last[word] = number
    ordered = sorted(places)
    return Packed(_END.join(_fronts(ordered)), _END.join(places[word] for word in ordered))


def pairs(run: str) -> list[str]:
    """Return the pairs of neighbours in a run of Chinese, or the character that is alone."""
    return [run[at : at + 2] for at in range(max(1, len(run) - 1))]


def _words(said: Sequence[str], often: Mapping[str, int]) -> Iterator[str]:
    """Yield the words to be found: of a run of Chinese those pairs that may be some.

    A pair that is no more frequent than both of its neighbours lies between two words, and so does
    one that is there once, beside a frequent one.
    """
    for part in said:
        if not _is_chinese(part):
            yield part
            continue
        all_pairs = pairs(part)
        counts = [often[pair] for pair in all_pairs]
        for at, pair in enumerate(all_pairs):
            beside = counts[max(0, at - 1) : at] + counts[at + 1 : at + 2]
            between = len(beside) == 2 and counts[at] <= min(beside)
            if not between and not (counts[at] == 1 and max(beside, default=0) > _FREQUENT):
                yield pair


def _fronts(ordered: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in ordered:
        same = 0
        while same < min(len(before), len(word)) and before[same] == word[same]:
            same += 1
        yield chr(_FIRST + same) + word[same:]
        before = word


def _is_chinese(word: str) -> bool:
    return word >= "\u3400"
