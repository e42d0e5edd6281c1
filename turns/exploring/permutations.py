"""In which orders a program can print the lines of its normal run, and nothing else."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.dfa import TooManyError, determined
from turns.exploring.nfa import Nfa

MOST = 500
"""Places; of a program with more, it is not written down."""


@dataclass(frozen=True, slots=True)
class Orders:
    """An automaton: whoever puts the lines into an order goes from place to place."""

    places: tuple[tuple[tuple[int, int], ...], ...]
    """For each place, the lines that can be next, each with the place that follows. Place 0 is the
    start, and where nothing follows all lines stand. A line is the index, from 0, of the first line
    of the normal run with its text."""


def orders(nfa: Nfa, texts: Sequence[str]) -> Orders | None:
    """Read them off all outcomes; None if there are too many places."""
    try:
        places = determined(nfa).places
    except TooManyError:
        return None
    index = {text: texts.index(text) for text in texts}
    total = Counter(texts)
    start = (0, ())
    after: dict[tuple[int, tuple[str, ...]], dict[str, tuple[int, tuple[str, ...]]]] = {}
    todo: list[tuple[int, tuple[str, ...]]] = [start]
    while todo:
        state = todo.pop()
        if state in after:
            continue
        place, printed = state
        done = Counter(printed)
        after[state] = {
            text: (target, tuple(sorted((*printed, text))))
            for text, target in places[place].after.items()
            if done[text] < total[text]
        }
        if len(after) > 10 * MOST:
            return None
        todo += after[state].values()
    complete = tuple(sorted(texts))
    live = {state for state in after if state[1] == complete and places[state[0]].ends}
    grows = True
    while grows:
        more = {s for s, next_ in after.items() if s not in live and live & {*next_.values()}}
        grows = bool(more)
        live |= more
    if start not in live or len(live) > MOST:
        return None
    rows: dict[tuple[int, tuple[str, ...]], frozenset[tuple[int, int]]] = {}
    alike: dict[frozenset[tuple[int, int]], int] = {}
    for state in sorted(live, key=lambda state: len(state[1]), reverse=True):  # the ends first
        next_ = after[state].items()
        row = frozenset((index[t], alike[rows[s]]) for t, s in next_ if s in live)
        rows[state] = row
        alike.setdefault(row, len(alike))
    return Orders(_numbered(alike, rows[start]))


def _numbered(
    alike: dict[frozenset[tuple[int, int]], int], start: frozenset[tuple[int, int]]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Number the places in the order in which one comes to them, whichever engine found them."""
    row_of = {number: row for row, number in alike.items()}
    numbers = {alike[start]: 0}
    for number in (found := [alike[start]]):  # grows meanwhile
        for _, target in sorted(row_of[number]):
            if target not in numbers:
                numbers[target] = len(numbers)
                found.append(target)
    return tuple(
        tuple(sorted((line, numbers[target]) for line, target in row_of[number]))
        for number in found
    )
