"""What all outcomes have in common: read off its automaton, without listing them.

Each question is a walk through the product of the automaton and a few counters, which takes time in
proportion to the two; whatever the graph leaves out (`Graph.complete`), the answer leaves out, too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from turns.exploring.nfa import Nfa

Count = TypeVar("Count", int, tuple[int, int])
LineId = tuple[str, int]
"""A line's text, and which line with this text it is, from 0."""


def missing(nfa: Nfa, line: LineId) -> bool:
    """Say whether the program can end without having printed a line."""

    def printed(count: int, text: str) -> int | None:
        count += text == line[0]
        return count if count <= line[1] else None

    return any(point in nfa.ends for point, _ in _walk(nfa, 0, printed))


def earlier(nfa: Nfa, x: LineId, y: LineId) -> bool:
    """Say whether ``y`` can be printed while ``x`` has not been."""
    if x[0] == y[0]:
        return False  # the first of two equal lines is the first

    def printed(counts: tuple[int, int], text: str) -> tuple[int, int] | None:
        before, after = counts
        before += text == x[0]
        after += text == y[0]
        if before > x[1] or counts[1] > y[1]:
            return None
        return before, after

    return any(counts[1] > y[1] for _, counts in _walk(nfa, (0, 0), printed))


Place = tuple[int, tuple[int, int]]
"""A point, and how many of both lines have been printed on the way there."""


def between(nfa: Nfa, x: LineId, y: LineId) -> set[str]:
    """Return the lines that can stand between ``x`` and ``y``, where both are printed."""

    def printed(counts: tuple[int, int], text: str) -> tuple[int, int] | None:
        if counts[1] > y[1]:
            return None
        before = counts[0] <= x[1] and text == x[0]
        return counts[0] + before, counts[1] + (text == y[0])

    leads: dict[Place, set[Place]] = {}
    inside: dict[Place, set[str]] = {}
    reached: list[Place] = []
    for place in _walk(nfa, (0, 0), printed):
        point, counts = place
        if counts[1] > y[1]:
            reached.append(place)
            continue
        for target in nfa.silent[point]:
            leads.setdefault((target, counts), set()).add(place)
        for text, targets in nfa.printing[point].items():
            after = printed(counts, text) or counts
            is_inside = counts[0] > x[1] and after[1] <= y[1]
            for target in targets:
                leads.setdefault((target, after), set()).add(place)
                if is_inside:
                    inside.setdefault((target, after), set()).add(text)
    live = _before(reached, leads)
    return {text for place, texts in inside.items() if place in live for text in texts}


def _before(reached: Iterable[Place], leads: Mapping[Place, set[Place]]) -> set[Place]:
    """Return the places from which one of these can be reached, and these."""
    found = set(reached)
    todo = [*found]
    while todo:
        new = leads.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found


def _walk(
    nfa: Nfa, count: Count, printed: Callable[[Count, str], Count | None]
) -> Iterator[tuple[int, Count]]:
    """Yield each point with each count that it can be reached with.

    ``printed`` counts a line; None: nothing that follows it matters.
    """
    start = (0, count)
    seen = {start}
    todo = [start]
    while todo:
        point, count = todo.pop()
        yield point, count
        after = {(target, count) for target in nfa.silent[point]}
        for text, targets in nfa.printing[point].items():
            counted = printed(count, text)
            if counted is not None:
                after |= {(target, counted) for target in targets}
        todo += after - seen
        seen |= after
