"""Automata of outcomes: built by engines, determined, and counted."""

import random
from collections.abc import Iterator
from itertools import islice

import pytest
from written import DEADLOCK, FINISHED, listing

from turns.exploring import dfa
from turns.exploring.dfa import TooManyError, determined
from turns.exploring.nfa import End, Nfa, end_of
from turns.exploring.promises import between, earlier, missing
from turns.runtime.execute import Outcome
from turns.runtime.output import Line
from turns.runtime.problem import Problem, Waiting


def _words(nfa: Nfa) -> list[str]:
    found = determined(nfa).outcomes()
    return sorted("".join(texts) + "!" * (end == DEADLOCK) for texts, end in found)


def test_an_outcome_is_counted_once_however_it_comes_about() -> None:
    """Also where silent points lead round in a circle; another end makes another outcome."""
    nfa = listing("ab", "ab", "ab!", "a", "")
    detour = nfa.point()
    nfa.lead(0, (), detour)
    nfa.lead(detour, (), 0)
    nfa.lead(detour, "ab", nfa.end(FINISHED))
    assert _words(nfa) == ["", "a", "ab", "ab!"]
    assert determined(nfa).count() == 4
    assert nfa.end(DEADLOCK) == nfa.end(End("deadlock")) != nfa.end(End("failed"))


def test_lines_that_are_printed_at_once_stand_in_their_order() -> None:
    """A line with several characters is one line."""
    nfa = Nfa()
    nfa.lead(0, ["one", "two"], nfa.end(FINISHED))
    nfa.lead(0, ["one"], nfa.end(FINISHED))
    assert [*determined(nfa).outcomes()] == [(("one",), FINISHED), (("one", "two"), FINISHED)]


def test_where_there_is_no_end_of_outcomes_they_are_not_counted() -> None:
    """A circle that prints; the first of them can be listed all the same."""
    nfa = listing("b")
    nfa.lead(0, "a", 0)
    assert determined(nfa).count() is None
    first = islice(determined(nfa).outcomes(), 3)
    assert [texts for texts, _ in first] == [("b",), ("a", "b"), ("a", "a", "b")]


def test_outcomes_that_cannot_be_listed_are_counted() -> None:
    """Two lines in either order, a thousand times; without reaching the depth of recursion."""
    nfa = Nfa()
    point = 0
    for n in range(1000):
        following = nfa.point()
        for texts in ([f"a{n}", f"b{n}"], [f"b{n}", f"a{n}"]):
            nfa.lead(point, texts, following)
        point = following
    nfa.lead(point, (), nfa.end(FINISHED))
    assert determined(nfa).count() == 2**1000


def test_what_is_too_large_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not counted wrongly."""
    nfa = listing("abc")
    assert len(determined(nfa).places) == 4
    monkeypatch.setattr(dfa, "MOST", 4)
    assert determined(nfa).count() == 1
    monkeypatch.setattr(dfa, "MOST", 3)
    with pytest.raises(TooManyError):
        determined(nfa)


@pytest.mark.parametrize(
    ("problem", "error", "status", "end"),
    [
        (None, None, 0, End("finished")),
        (None, "Traceback\n  x\nValueError: no\n", 1, End("failed", "ValueError: no")),
        (None, None, 3, End("exit", "3")),
        (Problem("exit", "os._exit(7)"), None, 7, End("exit", "7")),
        (Problem("exit", "os._exit(0)"), None, 0, End("finished")),
        (
            Problem("deadlock", "", (Waiting("a", 1, "b"),)),
            *("Traceback", 1, End("deadlock", waiting=(Waiting("a", 1, "b"),))),
        ),
        *((Problem(kind, ""), None, 1, None) for kind in ("turns", "time", "output", "abandoned")),
        (Problem("unsupported", ""), "Traceback", 1, None),
    ],
)
def test_how_a_run_ended(
    problem: Problem | None, error: str | None, status: int, end: End | None
) -> None:
    """Where a limit of ours ended it, it has no end."""
    lines = [Line("x", 1, 1, 1)]
    outcome = Outcome(lines, problem, status, error, 1, [], "", unordered=False, is_left=False)
    assert end_of(outcome) == end


def test_a_line_can_be_missing() -> None:
    """Equal lines are told apart: there may be one, but not a second."""
    nfa = listing("ab", "aab")
    asked = [("a", 0), ("b", 0), ("a", 1), ("c", 0)]
    assert [missing(nfa, line) for line in asked] == [False, False, True, True]


def test_a_line_can_be_earlier() -> None:
    """Than one that comes later, or not at all; the first of two equal lines never is second."""
    nfa = listing("abc", "acb", "ac")
    assert earlier(nfa, ("b", 0), ("c", 0))
    assert earlier(nfa, ("c", 0), ("b", 0))
    assert not earlier(nfa, ("a", 0), ("c", 0))
    assert earlier(nfa, ("never", 0), ("c", 0))
    assert not earlier(nfa, ("c", 0), ("never", 0))
    twice = listing("aba")
    assert earlier(twice, ("b", 0), ("a", 0))
    assert not earlier(twice, ("b", 0), ("a", 1))
    assert not earlier(twice, ("a", 0), ("a", 1))


def test_lines_can_stand_between() -> None:
    """Where both are printed, and from the one to the other alone."""
    assert between(listing("abc", "bxc"), ("a", 0), ("c", 0)) == {"b"}
    assert between(listing("axb", "ab", "ayx"), ("a", 0), ("b", 0)) == {"x"}
    assert between(listing("axbyb"), ("a", 0), ("b", 0)) == {"x"}
    assert between(listing("axbyb"), ("a", 0), ("b", 1)) == {"x", "b", "y"}
    assert between(listing("axaya"), ("a", 1), ("a", 2)) == {"y"}


def test_lines_of_a_circle_stand_between() -> None:
    """As often as one likes round and round; what leads nowhere does not count."""
    nfa = Nfa()
    inside, nowhere = nfa.point(), nfa.point()
    nfa.lead(0, "a", inside)
    nfa.lead(inside, "x", inside)
    nfa.lead(inside, "b", nfa.end(FINISHED))
    nfa.lead(inside, "y", nowhere)
    assert between(nfa, ("a", 0), ("b", 0)) == {"x"}
    assert missing(nfa, ("x", 0))
    assert not missing(nfa, ("b", 0))
    assert not earlier(nfa, ("a", 0), ("x", 5))


def _drawn(seed: int) -> Nfa:
    """Draw an automaton with circles; from each point the program can end."""
    lot = random.Random(seed)  # noqa: S311 - nobody's secret
    nfa = Nfa()
    points = [0, nfa.point(), nfa.point()]
    for point in points:
        for _ in range(lot.choice([1, 2])):
            nfa.lead(point, lot.choice(["", "a", "b", "x", "ab"]), lot.choice(points))
    leaving = lot.choice(points)
    for point in points:
        texts = lot.choice(["", "a", "b"])
        nfa.lead(point, texts, nfa.end(FINISHED) if point == leaving else leaving)
    return nfa


def _up_to(nfa: Nfa, most: int) -> Iterator[str]:
    """Yield the outcomes of so many lines at most."""
    todo = {(point, "") for point in nfa.silently({0})}
    while todo:
        yield from (word for point, word in todo if point in nfa.ends)
        todo = {
            (following, word + text)
            for point, word in todo
            if len(word) < most
            for text, targets in nfa.printing[point].items()
            for following in nfa.silently(targets)
        }


def _place(word: str, letter: str, number: int) -> int:
    """Return where a letter stands for the so-manieth time; after the end, if it does not."""
    places = [at for at, one in enumerate(word) if one == letter]
    return places[number] if number < len(places) else len(word)


@pytest.mark.parametrize("seed", range(40))
def test_promises_are_read_off_as_they_are_defined(seed: int) -> None:
    """Of drawn automata with circles, by all words up to more letters than can matter."""
    nfa = _drawn(seed)
    words = {*_up_to(nfa, 9)}
    lines = [("a", 0), ("a", 1), ("b", 0)]
    for letter, number in lines:
        assert missing(nfa, (letter, number)) == any(w.count(letter) <= number for w in words)
    for x in lines:
        for y in lines:
            if x[0] == y[0] and x[1] >= y[1]:
                continue  # the first of two equal lines is the first
            places = [(word, _place(word, *x), _place(word, *y)) for word in words]
            assert earlier(nfa, x, y) == any(b < a for _, a, b in places)
            inside = {one for w, a, b in places if b < len(w) for one in w[a + 1 : b]}
            assert between(nfa, x, y) == inside
    assert _words_up_to(nfa, 5) == sorted(word for word in words if len(word) <= 5)


def _words_up_to(nfa: Nfa, most: int) -> list[str]:
    """Return the same words from the deterministic automaton."""
    places = determined(nfa).places
    found, todo = [], [(0, "")]
    while todo:
        number, word = todo.pop()
        found += [word] * len(places[number].ends)
        if len(word) < most:
            todo += [(to, word + text) for text, to in places[number].after.items()]
    return sorted(found)
