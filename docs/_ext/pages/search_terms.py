"""The words of the search's index, in order, and in which sections each is.

Words are as they are written; what belongs together (stems, names and their parts) is found in the
browser, so that the two have in common only where a word begins and ends.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*|_+[A-Za-z0-9_]+|[\u3400-\u9fff]+")
_JOINED = re.compile(r"[a-z][A-Z]")
"""Where words are joined in a name; such a name keeps its capitals, all else loses them."""
_RARER = 2
"""A pair of characters so many times rarer than one beside it is no word: see `index.js`, too."""
_JOINTS = re.compile(r"[._-]+")
_DIGIT = re.compile(r"\d")
_FIRST = 35
"""The code of the character that stands for 0: the one after the quotation mark."""


class Stop(NamedTuple):
    """What does not count."""

    words: frozenset[str]
    """In Latin letters."""
    between: str
    """A regular expression for what divides a run of Chinese characters."""


def stop(words: str, whole: str) -> Stop:
    """Return what does not count, with spaces between words.

    A character among them counts in a word that is `whole`, as in 就绪, of two characters.
    """
    all_ = {*words.split()}
    chinese = sorted(
        (word for word in all_ if is_chinese(word)), key=lambda word: (-len(word), word)
    )
    between = "|".join(_alone(word, whole.split()) if len(word) == 1 else word for word in chinese)
    return Stop(frozenset(all_) - {*chinese}, between or "$^")


def _alone(character: str, whole: Iterable[str]) -> str:
    before = "".join(word[0] for word in whole if word[1] == character)
    after = "".join(word[1] for word in whole if word[0] == character)
    return (before and f"(?<![{before}])") + character + (after and f"(?![{after}])")


def parts(text: str, stop: Stop) -> Iterator[str]:
    """Yield the Latin words of a text, and its runs of Chinese characters."""
    for word in _WORD.findall(text):
        if is_chinese(word):
            yield from filter(None, re.split(stop.between, word))
        elif word.lower() not in stop.words:
            yield word if _JOINED.search(word) else word.lower()


def places(sections: Iterable[Iterable[str]], stop: Stop) -> dict[str, list[int]]:
    """Return the words of sections, in order, each with the numbers of its sections.

    A section has texts, such as the queries that lead to a page.
    """
    cut = [[{*parts(text, stop)} for text in texts] for texts in sections]
    whole = [text for texts in cut for text in texts]
    often = Counter(word for text in whole for word in {one for part in text for one in _all(part)})
    least = int(math.log10(max(1, len(whole))))
    found: dict[str, list[int]] = {}
    for number, texts in enumerate(cut):
        every = {part for text in texts for part in text}
        for word in {word for part in every for word in _words(part, often, least)}:
            found.setdefault(word, []).append(number)
    return dict(sorted(found.items()))


def pairs(run: str) -> list[str]:
    """Return the pairs of neighbours in a run of Chinese, or the character that is alone."""
    return [run[at : at + 2] for at in range(max(1, len(run) - 1))]


def packed(number: int) -> str:
    """Return the character that stands for a number from 0 on: `terms.js` reads it."""
    return chr(_FIRST + number)


def fronts(ordered: Iterable[str]) -> str:
    """Return words as one text: how many characters each has of the one before, and the rest."""
    before = ""
    written = []
    for word in ordered:
        same = 0
        while same < min(len(before), len(word)) and before[same] == word[same]:
            same += 1
        written.append(packed(same) + word[same:])
        before = word
    return "!".join(written)


def gaps(words: Iterable[Iterable[int]]) -> str:
    """Return of each word the numbers of its sections as one text: how far each is from the last.

    A character a gap: gaps of a frequent word are small and alike, which gzip makes little of.
    """
    return "!".join(
        "".join(packed(after - before) for before, after in pairwise([-1, *numbers]))
        for numbers in words
    )


def _all(part: str) -> list[str]:
    return pairs(part) if is_chinese(part) else [part]


def _words(part: str, often: Mapping[str, int], least: int) -> Iterator[str]:
    """Yield the words to be found: of a run of Chinese those pairs that may be some.

    A pair that is no more frequent than both of its neighbours lies between two words, and so does
    one that is much rarer than one of them; one that fewer texts have than the ``least`` is hardly
    any. What only one text has is not asked for if it is a number, and in parts if it is a name
    with joints, such as a method of an example's variable.
    """
    if not is_chinese(part):
        once = often[part] == 1
        for word in _JOINTS.split(part) if once else [part]:
            if word and not (once and _DIGIT.search(word)):
                yield word
        return
    run = pairs(part)
    counts = [often[pair] for pair in run]
    for at, pair in enumerate(run):
        beside = counts[max(0, at - 1) : at] + counts[at + 1 : at + 2]
        between = len(beside) == 2 and counts[at] <= min(beside)
        rarely = counts[at] < least or counts[at] * _RARER < max(beside, default=0)
        if not between and not rarely:
            yield pair


def is_chinese(word: str) -> bool:
    """Say whether a word, or the first character of a text, is Chinese."""
    return word >= "\u3400"
