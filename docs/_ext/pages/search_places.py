"""In which sections each word is, in about as few bits as that says: for `search/places.js`.

A binary arithmetic coder, as in lpaq: each yes or no takes the more bits, the less it was expected.
What is expected is learnt from those before it of the same kind: how many pages have a word, then
which pages, long ones rather than short ones, and in each of them which sections. A list of gaps
between sections takes a fifth more in gzip.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONE = 1 << 16
"""A probability of 1."""
_LEARNT = 250
"""Of the last so many of a kind is learnt what is expected."""
_NEVER = 64
"""The least probability, so that nothing costs too much."""
_ALL = (1 << 32) - 1
_FIRST = 35
"""The code of the character that stands for 0: the one after the quotation mark."""


# Kinds of bits.
_LENGTH, _DIGIT, _PAGE, _SECTION = range(0, 1024, 256)


class Packed(NamedTuple):
    """Where words are, as two texts."""

    sizes: str
    """Of each page a character, from `#` on: how much it says, the longest page 90."""
    places: str
    """The bits, in base64."""


def pack(words: Sequence[Sequence[int]], pages: Sequence[int]) -> Packed:
    """Pack of each word the numbers of its sections, which rise.

    `pages` says how many sections each page has, in their order.
    """
    of = [page for page, count in enumerate(pages) for _ in range(count)]
    often = Counter(of[number] for numbers in words for number in numbers)
    longest = max(often.values(), default=1)
    sizes = [max(1, round(90 * often[page] / longest)) for page in range(len(pages))]
    coder = _Coder()
    for numbers in words:
        _pack_word(coder, {*numbers}, pages, sizes)
    return Packed("".join(chr(_FIRST + size) for size in sizes), coder.end())


def _pack_word(
    coder: _Coder, numbers: set[int], pages: Sequence[int], sizes: Sequence[int]
) -> None:
    ends = accumulate(pages)
    found = [
        [number in numbers for number in range(end - count, end)]
        for end, count in zip(ends, pages, strict=True)
    ]
    left = sum(map(any, found))
    coder.number(left)
    frequent = min(3, left.bit_length())
    rest = sum(sizes)
    for page, sections in enumerate(found):
        if 0 < left < len(pages) - page:
            coder.bit(_PAGE + _likely(left * sizes[page] * 64 // rest), any(sections))
        rest -= sizes[page]
        if not any(sections):
            continue
        left -= 1
        for section, is_there in enumerate(sections):
            before, after = sum(sections[:section]), len(sections) - section
            if after > 1 or before:  # the last one is there if no other is
                kind = min(before, 2) * 64 + min(after, 15) * 4 + frequent
                coder.bit(_SECTION + kind, is_there)


def _likely(number: int) -> int:
    """Return the logarithm of a number, from 0 on, in quarters of a bit; 0 to 3 are themselves."""
    length = number.bit_length()
    return number if length < 3 else length * 4 + (number >> length - 3 & 3)


class _Coder:
    """Writes bits, most of which are expected."""

    def __init__(self) -> None:
        self._written = bytearray()
        self._low, self._high = 0, _ALL
        self._kinds: dict[int, tuple[int, int]] = {}

    def bit(self, kind: int, bit: bool) -> None:
        """Write a bit, which is about as likely as others of its kind."""
        expected, seen = self._kinds.get(kind, (_ONE // 2, 2))
        middle = self._low + (self._high - self._low >> 16) * expected
        if bit:
            self._high = middle
        else:
            self._low = middle + 1
        while self._low >> 24 == self._high >> 24:
            self._shift()
        changed = expected + (bit * _ONE - expected) // seen
        self._kinds[kind] = min(_ONE - _NEVER, max(_NEVER, changed)), min(seen + 1, _LEARNT)

    def number(self, number: int) -> None:
        """Write a number from 1 on: how many bits it has, then those after the first one."""
        most = number.bit_length() - 1
        for length in range(most + 1):
            self.bit(_LENGTH + length, length < most)
        for place in reversed(range(most)):
            self.bit(_DIGIT + most * 8 + place, bool(number >> place & 1))

    def end(self) -> str:
        """Write what is left, and return all."""
        for _ in range(4):
            self._shift()
        return b64encode(self._written).decode()

    def _shift(self) -> None:
        self._written.append(self._high >> 24)
        self._low = self._low << 8 & _ALL
        self._high = self._high << 8 & _ALL | 255
