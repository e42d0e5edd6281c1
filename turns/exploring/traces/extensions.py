"""In how many orders things can come of which some have to come before others.

Such an order is a linear extension of a partial one. To count them is hard in general, and easy
where the things fall apart: into parts that have nothing to do with each other, or into parts of
which one comes after the other as a whole. What falls apart no further is counted set by set.
"""

from collections.abc import Callable, Sequence
from math import factorial

MOST = 50_000
"""Sets of things that can have come already; more than that, and nothing is counted."""


def extensions(before: Sequence[int]) -> int | None:
    """Count the orders in which each number comes after those in ``before``, as bits.

    ``before`` is transitive. None: there are too many sets.
    """
    return _orders(before, (1 << len(before)) - 1)


def _orders(before: Sequence[int], among: int) -> int | None:
    def bound(x: int, y: int) -> bool:
        return bool(before[x] >> y & 1 or before[y] >> x & 1)

    total = 1
    parts = _parts(among, bound)
    if len(parts) == 1:
        parts = _parts(among, lambda x, y: not bound(x, y))
        if len(parts) == 1:
            return _by_sets(before, among)
    else:
        total = factorial(among.bit_count())
        for part in parts:
            total //= factorial(part.bit_count())
    for part in parts:
        inside = _orders(before, part)
        if inside is None:
            return None
        total *= inside
    return total


def _parts(among: int, tied: Callable[[int, int], bool]) -> list[int]:
    """Split a set into parts that nothing ties to each other."""
    left = _numbers(among)
    found = []
    while left:
        part = [left.pop()]
        for one in part:  # grows meanwhile
            more = [other for other in left if tied(one, other)]
            left = [other for other in left if other not in more]
            part += more
        found.append(sum(1 << one for one in part))
    return found


def _by_sets(before: Sequence[int], among: int) -> int | None:
    numbers = _numbers(among)
    counts = {0: 1}
    seen = 1
    for _ in numbers:
        following: dict[int, int] = {}
        for done, count in counts.items():
            for one in numbers:
                if not done >> one & 1 and not before[one] & among & ~done:
                    after = done | 1 << one
                    following[after] = following.get(after, 0) + count
        seen += len(following)
        if seen > MOST:
            return None
        counts = following
    return counts[among]


def _numbers(among: int) -> list[int]:
    return [one for one in range(among.bit_length()) if among >> one & 1]
