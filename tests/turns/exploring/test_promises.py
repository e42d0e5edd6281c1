"""What is read off all outcomes: marks, what they have in common, the orders of their lines."""

from itertools import permutations

import pytest
from written import FINISHED, listing

from turns.exploring import shape as shapes
from turns.exploring.marks import Departing, Ran, number
from turns.exploring.nfa import Nfa
from turns.exploring.permutations import MOST, Orders, orders
from turns.exploring.shape import shape


def _departs(normal: str, *others: str) -> list[str]:
    """Return how each line of the normal run departs in these outcomes."""
    found = Departing(listing(normal, *others), [*number(normal)])
    return [found.how(index) for index in range(len(normal))]


@pytest.mark.parametrize(
    ("outcomes", "how"),
    [
        (["abc"], ["", "", ""]),
        (["abc", "abxc"], ["", "", ""]),
        (["abc", "acb"], ["", "", "earlier"]),
        (["abc", "ab"], ["", "", "missing"]),
        (["abc", "ac", "acb"], ["", "missing", "earlier"]),
        (["abc", "bc"], ["missing", "earlier", ""]),
        (["abc", ""], ["missing", "missing", "missing"]),
        (["aab", "aba"], ["", "", "earlier"]),
        (["aa", "a"], ["", "missing"]),
        (["abc", "xabc"], ["", "", ""]),
    ],
)
def test_how_lines_depart(outcomes: list[str], how: list[str]) -> None:
    """Earlier than the line above, or missing; of all outcomes, or of one after the other."""
    normal, *_ = outcomes
    assert _departs(*outcomes) == how
    lines = [*number(normal)]
    for index, expected in enumerate(how):
        seen = {Ran(lines, tuple(texts), ended=True).how(index) for texts in outcomes}
        assert (seen - {""} or {""}) >= {expected}


def test_nothing_is_missing_in_a_run_that_has_not_ended() -> None:
    """What is earlier, is so already."""
    lines = [*number("abc")]
    assert [Ran(lines, "c", ended=False).how(index) for index in range(3)] == ["", "", "earlier"]
    assert [Ran(lines, "c", ended=True).how(index) for index in range(3)] == [
        "missing",
        "missing",
        "earlier",
    ]


def test_what_all_outcomes_have_in_common() -> None:
    """Lines that there always are, and chains of which each comes after the one before it."""
    found = shape(listing("axby", "abxy", "xayb", "axy"), [*number("axby")])
    assert found is not None
    assert found.always == (0, 1, 3)
    assert found.chains == ((0, 2), (1, 3))
    assert all(sorted(chain) == [*chain] for chain in found.chains)


def test_of_many_lines_it_is_not_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pairs would be asked about."""
    monkeypatch.setattr(shapes, "MOST_LINES", 2)
    assert shape(listing("ab"), [*number("ab")]) is not None
    assert shape(listing("abc"), [*number("abc")]) is None


def _ways(found: Orders) -> list[tuple[int, ...]]:
    """Return every order in which someone can put the lines until nothing can follow."""
    ways: list[tuple[int, ...]] = []
    todo: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while todo:
        place, lines = todo.pop()
        ways += [] if found.places[place] else [lines]
        todo += [(target, (*lines, line)) for line, target in found.places[place]]
    return sorted(ways)


def test_orders_are_the_outcomes_with_all_lines() -> None:
    """Neither those with other lines or fewer, nor what could not be completed."""
    found = orders(listing("abc", "bac", "acx", "ab", "cab!", "cxab"), "abc")
    assert found is not None
    assert _ways(found) == [(0, 1, 2), (1, 0, 2), (2, 0, 1)]


def test_orders_are_known_although_outcomes_are_endless() -> None:
    """None of those that print a line again is an order of these."""
    nfa = listing("ab", "ba")
    nfa.lead(0, "a", 0)
    found = orders(nfa, "ab")
    assert found is not None
    assert _ways(found) == [(0, 1), (1, 0)]


def test_equal_lines_are_one_line_in_an_order() -> None:
    """Nobody could tell them apart: the index is that of the first."""
    found = orders(listing("aba", "aab", "baaa"), "aba")
    assert found is not None
    assert _ways(found) == [(0, 0, 1), (0, 1, 0)]


def test_no_orders_where_there_are_too_many_or_none() -> None:
    """All orders of nine lines are more places than a card has room for."""
    lines = "abcdefghi"
    assert orders(listing(*map("".join, permutations("abcde"))), "abcde") is not None
    assert orders(_free(lines), lines) is None
    assert 2 ** len(lines) > MOST
    assert orders(listing("ab", "b"), "abc") is None


def _free(lines: str) -> Nfa:
    """Return an automaton that prints the lines in any order."""
    nfa = Nfa()
    points = {frozenset[str](): 0}
    for done in sorted(
        ({c for i, c in enumerate(lines) if bits >> i & 1} for bits in range(2 ** len(lines))),
        key=len,
    ):
        point = points[frozenset(done)]
        for line in set(lines) - done:
            target = points.setdefault(frozenset(done | {line}), len(nfa.silent))
            if target == len(nfa.silent):
                nfa.point()
            nfa.lead(point, line, target)
    nfa.lead(points[frozenset(lines)], (), nfa.end(FINISHED))
    return nfa
